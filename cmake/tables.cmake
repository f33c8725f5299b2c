# Turns patterns/**.tsv into one C++ header of sorted constant tables, at build time.
find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)
set(PIDUN_GENERATED ${PROJECT_BINARY_DIR}/generated)
file(GLOB PIDUN_TABLES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/patterns/*.tsv ${PROJECT_SOURCE_DIR}/patterns/tables/*.tsv)
add_custom_command(
  OUTPUT ${PIDUN_GENERATED}/pidun_tables.h
  COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/cmake/generate_tables.py
          ${PROJECT_SOURCE_DIR}/patterns ${PIDUN_GENERATED}/pidun_tables.h
  DEPENDS ${PIDUN_TABLES} ${PROJECT_SOURCE_DIR}/cmake/generate_tables.py
  COMMENT "Generating tables from patterns/")
file(GLOB PIDUN_PACKS CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/patterns/*.toml)
add_custom_command(
  OUTPUT ${PIDUN_GENERATED}/pidun_forms.h ${PIDUN_GENERATED}/pidun_form_examples.h
  COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/cmake/generate_forms.py
          ${PROJECT_SOURCE_DIR}/patterns ${PIDUN_GENERATED}
  DEPENDS ${PIDUN_PACKS} ${PROJECT_SOURCE_DIR}/cmake/generate_forms.py
  COMMENT "Generating forms from patterns/")
add_custom_target(pidun_tables DEPENDS ${PIDUN_GENERATED}/pidun_tables.h ${PIDUN_GENERATED}/pidun_forms.h)
