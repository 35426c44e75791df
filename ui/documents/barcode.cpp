// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/barcode.h"

#include <zint.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace thimblely::ui {

Result<Barcode> code128(const QString &payload)
{
    const bool plain = !payload.isEmpty() && std::ranges::all_of(payload, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z');
    });
    if (!plain)
        return Error{ErrorKind::Invalid, "barcode.payload", {payload}, {}};
    const std::unique_ptr<zint_symbol, void (*)(zint_symbol *)> symbol(ZBarcode_Create(), ZBarcode_Delete);
    symbol->symbology = BARCODE_CODE128;
    symbol->show_hrt = 0;
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

} // namespace thimblely::ui
