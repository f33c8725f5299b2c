# Turns patterns/ into C++ headers of constant tables, at build time.
find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)
set(PIDUN_GENERATED ${PROJECT_BINARY_DIR}/generated)
file(GLOB PIDUN_TABLES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/patterns/*.toml
     ${PROJECT_SOURCE_DIR}/patterns/cases/*.toml ${PROJECT_SOURCE_DIR}/patterns/tables/*.tsv)
set(PIDUN_GENERATED_HEADERS ${PIDUN_GENERATED}/pidun_tables.h ${PIDUN_GENERATED}/pidun_labels.h
    ${PIDUN_GENERATED}/pidun_packs.h ${PIDUN_GENERATED}/pidun_words.h ${PIDUN_GENERATED}/pidun_policy.h)
add_custom_command(
  OUTPUT ${PIDUN_GENERATED_HEADERS}
  COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/cmake/generate_tables.py
          ${PROJECT_SOURCE_DIR}/patterns ${PIDUN_GENERATED}
  DEPENDS ${PIDUN_TABLES} ${PROJECT_SOURCE_DIR}/cmake/generate_tables.py ${PROJECT_SOURCE_DIR}/cmake/rule_packs.py
          ${PROJECT_SOURCE_DIR}/cmake/pack_words.py
  COMMENT "Generating tables from patterns/")
add_custom_target(pidun_tables DEPENDS ${PIDUN_GENERATED_HEADERS})

# The names of places: too many for a header, so they are packed once and taken into the library as they lie.
enable_language(ASM)
add_custom_command(
  OUTPUT ${PIDUN_GENERATED}/places_data.S ${PIDUN_GENERATED}/places.bin
  COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/cmake/generate_places.py
          ${PROJECT_SOURCE_DIR}/patterns/tables/places.tsv ${PIDUN_GENERATED}
  DEPENDS ${PROJECT_SOURCE_DIR}/patterns/tables/places.tsv ${PROJECT_SOURCE_DIR}/cmake/generate_places.py
  COMMENT "Packing the names of places")
add_custom_target(pidun_places DEPENDS ${PIDUN_GENERATED}/places_data.S)

# What the multibyte charsets map to: made by ICU's converters, which would take some milliseconds of every start.
find_package(PkgConfig REQUIRED)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET GLOBAL icu-uc)
add_executable(make_charset_tables ${PROJECT_SOURCE_DIR}/cmake/make_charset_tables.cpp)
target_include_directories(make_charset_tables PRIVATE ${PROJECT_SOURCE_DIR}/lib)
target_link_libraries(make_charset_tables PRIVATE PkgConfig::ICU pidun_warnings)
add_custom_command(
  OUTPUT ${PIDUN_GENERATED}/charsets_data.S ${PIDUN_GENERATED}/charsets.bin
  COMMAND make_charset_tables ${PIDUN_GENERATED}
  DEPENDS make_charset_tables
  COMMENT "Making the tables of charsets")
add_custom_target(pidun_charsets DEPENDS ${PIDUN_GENERATED}/charsets_data.S)
