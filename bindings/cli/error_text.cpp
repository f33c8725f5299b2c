// What errno says, in the language chosen; see messages.h.
#include <cerrno>
#include <cstring>

#include "messages.h"

namespace pidun::cli {
namespace {

struct ErrorRow {
  int error;
  const char* zh;
};
constexpr ErrorRow kErrors[] = {
    {ENOENT, "没有这个文件或目录"}, {EACCES, "权限不够"},         {EPERM, "不允许的操作"},
    {ELOOP, "符号链接层数过多"},    {EISDIR, "是一个目录"},       {ENOTDIR, "路径中有非目录"},
    {EIO, "输入/输出错误"},         {ENAMETOOLONG, "文件名过长"}, {ENOSPC, "设备上没有空间"},
    {EMFILE, "打开的文件过多"},     {ENFILE, "打开的文件过多"},   {EBADF, "描述符未打开"},
    {ENXIO, "没有这个设备"},        {ESTALE, "文件句柄已失效"},
};

}  // namespace

std::string error_text(int error) {
  if (lang() == Lang::kChinese) {
    for (const ErrorRow& row : kErrors) {
      if (row.error == error) return row.zh;
    }
  }
  return std::strerror(error);
}

}  // namespace pidun::cli
