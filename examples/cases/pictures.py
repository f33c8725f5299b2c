"""Case 2, first half: an app sends the photo album in the background, as a log of multipart bodies; and one upload that
somebody chose. The pictures hold metadata and no image: tags of the camera, and in some the region of a named face."""
import struct

from people import person

BOUNDARY = b"----PhotoBoundary7MA4YWxkTrZu0gW"
XMP = b"http://ns.adobe.com/xap/1.0/\0"


def block(marker, payload):
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(payload) + 2) + payload


def exif(time):
    """TIFF with Make, Model and DateTime."""
    texts = [(0x010F, b"TestCam\0"), (0x0110, b"TC-1 Phone\0"), (0x0132, time.encode() + b"\0")]
    at = 8 + 2 + 12 * len(texts) + 4
    entries, values = b"", b""
    for tag, text in texts:
        entries += struct.pack(">HHII", tag, 2, len(text), at + len(values))
        values += text
    return b"Exif\0\0MM\0*" + struct.pack(">IH", 8, len(texts)) + entries + struct.pack(">I", 0) + values


def face_region(name):
    return (f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
            f'<rdf:Description xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/" '
            f'xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#"><mwg-rs:Regions rdf:parseType="Resource">'
            f'<mwg-rs:RegionList><rdf:Bag><rdf:li><rdf:Description mwg-rs:Name="{name}" mwg-rs:Type="Face">'
            f'<mwg-rs:Area stArea:x="0.5" stArea:y="0.4" stArea:w="0.2" stArea:h="0.3" stArea:unit="normalized"/>'
            f"</rdf:Description></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions></rdf:Description></rdf:RDF>"
            f"</x:xmpmeta>").encode("utf-8")


def picture(time, name=None):
    body = block(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0") + block(0xE1, exif(time))
    if name:
        body += block(0xE1, XMP + face_region(name))
    return b"\xff\xd8" + body + block(0xDA, b"\1\1\0\0\x3f\0") + b"\xff\xd9"


def part(field, file, data):
    return (b"--" + BOUNDARY + f'\r\nContent-Disposition: form-data; name="{field}"; filename="{file}"\r\n'
            f"Content-Type: image/jpeg\r\n\r\n".encode() + data + b"\r\n")


def field(name, value):
    return b"--" + BOUNDARY + f'\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode("utf-8")


def album():
    parts = [field("device_id", "866000000000003"), field("trigger", "background")]
    for i in range(24):
        time = f"2020:09:{i % 28 + 1:02} 1{i % 10}:15:30"
        name = person(300 + i).name if i % 2 else None
        parts.append(part("photo", f"DCIM/Camera/IMG_202009{i % 28 + 1:02}_1{i % 10}1530.jpg", picture(time, name)))
    return {"album_uploads.log": b"".join(parts) + b"--" + BOUNDARY + b"--\r\n"}


def one_upload():
    parts = [field("article_id", "10027"), field("trigger", "user"),
             part("cover", "cover.jpg", picture("2020:09:01 10:15:30"))]
    return {"upload.log": b"".join(parts) + b"--" + BOUNDARY + b"--\r\n"}
