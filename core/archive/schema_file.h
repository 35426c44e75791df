// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/privileged/archive_tables.h"
#include "core/archive/line.h"
#include "core/base/id.h"

#include <vector>

namespace thimblely::archive {

constexpr int formatVersion = 1;

// Names within the folder of an export.
constexpr const char *schemaFile = "schema.json";
constexpr const char *readmeFile = "README.txt";
constexpr const char *manifestFile = "manifest.sha256"; //!< of all other files, as sha256sum -c reads it
constexpr const char *mediaFolder = "media";
constexpr const char *papersFolder = "papers";
QString fileOf(const QByteArray &table);

//! A table and how many lines it has.
struct SchemaTable {
    QByteArray name;
    qint64 rows;
    QByteArrayList columns;
};

//! What schema.json says of an export, as far as a program asks.
struct SchemaFacts {
    int schemaVersion;
    bool complete; //!< the role withheld nothing: a shop can be made from it
    WorkspaceId workspace;
    PersonId person;
    std::vector<SchemaTable> tables;
};

//! Columns, types, keys, references, units and encodings in full; the counts of `facts` are those of `tables`.
QByteArray schemaJson(const SchemaFacts &facts, const std::vector<access::ArchiveTable> &tables);

//! Errors: NotOurs "archive.not_an_archive"; TooNew "archive.too_new" for a later format.
Result<SchemaFacts> readSchema(const QByteArray &json);

//! For people, in plain words.
QByteArray readmeText();

} // namespace thimblely::archive
