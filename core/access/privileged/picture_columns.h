// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/storage/catalogue.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <vector>

namespace thimblely::storage {
class Connection;
}

namespace thimblely::access {

struct PictureColumn {
    storage::Table table;
    QByteArray name;
    bool isHash; //!< the 32 bytes; else JSON that has them as hexadecimal digits
};

//! Every column of the catalogue that names pictures: "media", "images", "…_media".
Result<std::vector<PictureColumn>> pictureColumns(storage::Connection &connection);

//! The hashes that stand in a text as 64 hexadecimal digits.
QByteArrayList picturesNamedIn(const QString &text);

} // namespace thimblely::access
