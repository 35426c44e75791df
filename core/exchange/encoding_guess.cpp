// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/encoding_guess.h"

#include "core/exchange/text_encoding.h"

#include <memory>
#include <uchardet/uchardet.h>

namespace thimblely {

namespace {

constexpr qsizetype looksAt = 256 * 1024; // statistics settle long before

struct DetectorCloser {
    void operator()(uchardet_t detector) const { uchardet_delete(detector); }
};

QByteArray detected(QByteArrayView bytes)
{
    const std::unique_ptr<std::remove_pointer_t<uchardet_t>, DetectorCloser> detector(uchardet_new());
    if (!detector || uchardet_handle_data(detector.get(), bytes.data(), size_t(std::min(bytes.size(), looksAt))) != 0)
        return {};
    uchardet_data_end(detector.get());
    const QByteArray name(uchardet_get_charset(detector.get()));
    // Windows writes its own characters where the plain encodings have control characters.
    if (name == "ISO-8859-1")
        return "WINDOWS-1252";
    if (name == "ISO-8859-9")
        return "WINDOWS-1254";
    return name;
}

} // namespace

Result<GuessedText> readText(const QByteArray &file, const QByteArray &encoding)
{
    TRY_ASSIGN(const Utf8Bytes compatible, toAsciiCompatible(file));
    if (!encoding.isEmpty()) {
        // A mark is no letter, whatever the rest is read as.
        const bool marked = file.startsWith("\xef\xbb\xbf");
        TRY_ASSIGN(QString text, decodeText(marked ? compatible.bytes : file, encoding));
        if (text.startsWith(QChar::ByteOrderMark))
            text.remove(0, 1);
        return GuessedText{std::move(text), encoding};
    }
    if (!compatible.encoding.isEmpty())
        return GuessedText{QString::fromUtf8(compatible.bytes), compatible.encoding};
    if (const QByteArray name = detected(compatible.bytes); !name.isEmpty()) {
        if (auto text = decodeText(compatible.bytes, name))
            return GuessedText{std::move(*text), name};
    }
    return GuessedText{decodeUnnamed(compatible.bytes).text, "WINDOWS-1252"};
}

} // namespace thimblely
