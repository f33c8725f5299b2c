// Whose value stands under a label: the columns 配偶姓名, 联系人手机, 收件人电话 are of other people than the row's own
// (D4). Example: role_of("配偶身份证号").role is FieldRole::spouse, role_of("guarantor_mobile") FieldRole::guarantor,
// role_of("姓名") own. Tested in tests/unit/record/small_parts_test.cpp.
#pragma once

#include <string_view>

#include "record/field.h"

namespace pidun {

struct NamedRole {
  FieldRole role = FieldRole::own;
  uint16_t number = 0;  // of several people of one role: 2 of 联系人2姓名 and 第二联系人; 0 if none stands at the word
};
NamedRole role_of(std::string_view label);

}  // namespace pidun
