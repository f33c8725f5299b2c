#include "record/builder.h"

namespace pidun {

void Tape::replay(Builder& builder, FieldRole role, uint16_t part, RecordList& out) const {
  for (const Token& token : tokens_) {
    switch (token.kind) {
      case Token::Kind::row:
        builder.row(token.number, out);
        break;
      case Token::Kind::open:
        builder.open(token.array, token.sense, out);
        break;
      case Token::Kind::close:
        builder.close(out);
        break;
      case Token::Kind::field: {
        Field field = fields_[token.number];
        if (field.role == FieldRole::of_open_value) field.role = role;
        if (field.part == kOpenPart) field.part = part;
        builder.add({&field, 1}, out);
      }
    }
  }
}

}  // namespace pidun
