// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/barcode.h"

#include <zint.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace thimblely::ui {

namespace {

using Symbol = std::unique_ptr<zint_symbol, void (*)(zint_symbol *)>;

Symbol makeSymbol(int symbology)
{
    Symbol symbol(ZBarcode_Create(), ZBarcode_Delete);
    symbol->symbology = symbology;
    symbol->show_hrt = 0;
    return symbol;
}

} // namespace

Result<Barcode> code128(const QString &payload)
{
    const bool plain = !payload.isEmpty() && std::ranges::all_of(payload, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z');
    });
    if (!plain)
        return Error{ErrorKind::Invalid, "barcode.payload", {payload}, {}};
    const Symbol symbol = makeSymbol(BARCODE_CODE128);
    const QByteArray text = payload.toLatin1();
    const int status = ZBarcode_Encode_and_Buffer_Vector(
        symbol.get(), reinterpret_cast<const unsigned char *>(text.constData()), int(text.size()), 0);
    if (status >= ZINT_ERROR || !symbol->vector)
        return Error{ErrorKind::Internal, "barcode.payload", {payload}, QString::fromLatin1(symbol->errtxt)};
    Barcode code{{}, symbol->width};
    // The vector is drawn at two pixels a module, by Zint's default scale.
    const float scale = symbol->vector->width / float(symbol->width);
    for (const zint_vector_rect *bar = symbol->vector->rectangles; bar; bar = bar->next)
        code.bars.push_back({int(std::lround(bar->x / scale)), int(std::lround(bar->width / scale))});
    std::ranges::sort(code.bars, {}, &Bar::from);
    return code;
}

Result<SquareCode> qrCode(const QString &payload)
{
    const Symbol symbol = makeSymbol(BARCODE_QRCODE);
    symbol->input_mode = UNICODE_MODE;
    const QByteArray text = payload.toUtf8();
    const int status = text.isEmpty()
                           ? ZINT_ERROR_INVALID_DATA
                           : ZBarcode_Encode(symbol.get(), reinterpret_cast<const unsigned char *>(text.constData()),
                                             int(text.size()));
    if (status >= ZINT_ERROR)
        return Error{ErrorKind::Invalid, "barcode.payload", {payload.left(40)}, QString::fromLatin1(symbol->errtxt)};
    SquareCode code;
    for (int row = 0; row < symbol->rows; ++row) {
        std::vector<bool> &modules = code.rows.emplace_back(size_t(symbol->width));
        for (int column = 0; column < symbol->width; ++column)
            modules[size_t(column)] = (symbol->encoded_data[row][column / 8] >> (column % 8)) & 1;
    }
    return code;
}

} // namespace thimblely::ui
