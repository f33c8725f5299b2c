// Faces in the answers and requests of face services: two different fields of theirs close to each other, one of which
// nobody else has. Face++, Baidu AIP, Tencent IAI, Alibaba, Huawei FRS, Hikvision ISAPI, Amazon Rekognition.
// Example: {"face_list":[{"location":{…},"face_probability":1}]} is told at the key face_list; "face_num" alone is not.
// Tested in tests/accuracy/pictures.py and by the rule's examples.
#pragma once

#include "detect/detectors.h"
#include "structure/structure.h"

namespace pidun {

// Appends the readings whose keys begin in `range`, in order.
void read_face_fields(const Window& window, const Events& events, Span range, uint16_t rule, Readings& out);

}  // namespace pidun
