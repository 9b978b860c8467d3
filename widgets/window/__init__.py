"""The main window and what is around every page: menus, foot, palette, help, settings, blank screen."""
