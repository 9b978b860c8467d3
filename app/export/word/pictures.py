"""Pictures in a Word file: in the line of the text, or at its right; each with what it shows in words."""

from io import BytesIO

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from app.export.word.markup import Element, add
from app.export.word.package import Package
from app.export.word.words import holdable

_EMU = 12700  # of Word's smallest lengths in a point
_LARGEST = (1200, 360)  # pixels of a logo
_DRAWING = f"""<wp:{{kind}} {nsdecls("wp", "a", "pic", "r")} {{attributes}}>
{{place}}<wp:extent cx="{{wide}}" cy="{{high}}"/>{{wrap}}<wp:docPr id="{{number}}" name="Picture {{number}}"/>
<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="{{number}}" name="Picture {{number}}"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="{{key}}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{{wide}}" cy="{{high}}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:{{kind}}>"""
_IN_LINE = {"kind": "inline", "attributes": 'distT="0" distB="0" distL="0" distR="0"', "place": "", "wrap": ""}
_AT_RIGHT = {
    "kind": "anchor",
    "attributes": 'distT="0" distB="0" distL="114300" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" '
    'locked="0" layoutInCell="1" allowOverlap="1"',
    "place": '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>',
    "wrap": '<wp:wrapSquare wrapText="left"/>',
}


def add_picture(
    paragraph: Element, package: Package, png: bytes, size: tuple[float, float], described: str, at_right: bool = False
) -> None:
    """A picture of a width and height in points at the end of a paragraph, or at the page's right beside it."""
    drawn = parse_xml(  # numbers and keys of ours only: what people wrote is put in below
        _DRAWING.format(
            **(_AT_RIGHT if at_right else _IN_LINE),
            wide=round(size[0] * _EMU),
            high=round(size[1] * _EMU),
            number=package.next_picture(),
            key=package.picture(png),
        )
    )
    drawn.find(qn("wp:docPr")).set("descr", holdable(described))
    add(add(paragraph, "r"), "drawing").append(drawn)


def logo_png(data: bytes) -> bytes:
    """A logo as PNG, without whatever else its file says (where a photograph was taken), and no larger than is seen."""
    from PIL import Image

    out = BytesIO()
    with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
        picture.thumbnail(_LARGEST)
        picture.convert("RGBA" if picture.has_transparency_data else "RGB").save(out, "PNG")
    return out.getvalue()
