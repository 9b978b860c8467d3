"""Documents as PDF: blocks laid out in lines and pages, drawn with reportlab, the fonts embedded."""
