# Warnings, sanitizers and the compiler cache, for every target of the tree.
find_program(PIDUN_CCACHE ccache)
if(PIDUN_CCACHE)
  # Paths below the tree count as relative ones, so that every clone of it shares what another has compiled.
  set(PIDUN_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_CURRENT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${PIDUN_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${PIDUN_LAUNCHER})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${PIDUN_LAUNCHER})
endif()

add_library(pidun_warnings INTERFACE)
target_compile_options(pidun_warnings INTERFACE
  -Wall -Wextra -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  # g++ 12 warns of std::string's own code (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${PIDUN_DEVELOPER}>:-Werror>)

if(PIDUN_SANITIZE)
  add_compile_options(-fsanitize=${PIDUN_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${PIDUN_SANITIZE})
endif()

# Hyperscan needs SSSE3 anyway; with popcnt this is every x86-64 CPU since 2009. Wider vectors are chosen at run time.
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  add_compile_options(-march=x86-64-v2)
endif()
