// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/archive/line.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using namespace thimblely::archive;

//! Any bytes are a line or are none; what is one says the same when it is written and read again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const std::vector<LineColumn> columns = {{"id", CellKind::Id},     {"h", CellKind::Hash},
                                                    {"b", CellKind::Bytes},   {"t", CellKind::Text},
                                                    {"i", CellKind::Integer}, {"r", CellKind::Real}};
    const QByteArray bytes = inputOf(data, size);
    std::vector<Cell> cells;
    if (readLine(bytes, columns, cells)) {
        promise(cells.size() == columns.size());
        QByteArray line;
        appendLine(line, columns, cells);
        promise(line.endsWith('\n') && line.count('\n') == 1);
        std::vector<Cell> again;
        promise(readLine(QByteArrayView(line).chopped(1), columns, again).ok());
        promise(again == cells || std::isnan(cells.back().real));
    }
    QByteArray text;
    appendCell(text, CellKind::Text, {Cell::Type::Text, 0, 0, bytes}); // whatever a file has for text
    qsizetype at = 0;
    const auto back = readCell(text, at, CellKind::Text);
    promise(back.ok() && back->bytes == bytes && at == text.size());
    return 0;
}
