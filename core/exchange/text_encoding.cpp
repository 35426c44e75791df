// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/text_encoding.h"

#include <QStringConverter>

#include <array>
#include <cerrno>
#include <iconv.h>
#include <memory>

namespace thimblely {

namespace {

Error undecodable(QByteArrayView encoding)
{
    return Error{ErrorKind::Invalid, "text.undecodable", {QString::fromLatin1(encoding).left(40)}, {}};
}

struct IconvCloser {
    void operator()(void *handle) const { iconv_close(handle); }
};

//! Only what encodings are called: iconv reads "//TRANSLIT" and paths out of stranger names.
bool isEncodingName(QByteArrayView name)
{
    if (name.isEmpty() || name.size() > 40)
        return false;
    for (const char c : name) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!plain && c != '-' && c != '_' && c != ':' && c != '.')
            return false;
    }
    return true;
}

//! U+0080 to U+009F of Windows-1252; the five holes stay the control characters of Latin-1.
QChar fromWindows1252(unsigned char byte)
{
    static constexpr std::array<char16_t, 32> upper = {0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021,
                                                       0x2c6,  0x2030, 0x160,  0x2039, 0x152,  0x8d,   0x17d,  0x8f,
                                                       0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                       0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178};
    return byte >= 0x80 && byte < 0xa0 ? QChar(upper[byte - 0x80]) : QChar(char16_t(byte));
}

QByteArray utf16Name(QByteArrayView bytes)
{
    if (bytes.startsWith("\xff\xfe"))
        return "UTF-16LE";
    if (bytes.startsWith("\xfe\xff"))
        return "UTF-16BE";
    if (bytes.size() < 8)
        return {};
    int evenZeros = 0;
    int oddZeros = 0;
    for (qsizetype i = 0; i < 8; ++i)
        (i % 2 == 0 ? evenZeros : oddZeros) += bytes[i] == '\0' ? 1 : 0;
    if (oddZeros == 4 && evenZeros == 0)
        return "UTF-16LE";
    return evenZeros == 4 && oddZeros == 0 ? QByteArray("UTF-16BE") : QByteArray();
}

} // namespace

Result<QString> decodeText(QByteArrayView bytes, QByteArrayView encoding)
{
    const QByteArray name = encoding.trimmed().toByteArray().toUpper();
    if (name == "UTF-8" || name == "UTF8" || name == "US-ASCII" || name == "ASCII") {
        if (!isUtf8(bytes))
            return undecodable(name);
        return QString::fromUtf8(bytes);
    }
    const Error unknown{ErrorKind::Invalid, "text.unknown_encoding", {QString::fromLatin1(name.left(40))}, {}};
    if (!isEncodingName(name))
        return unknown;
    // Windows writes its own characters under the name of the plain one, and phones did as Windows does.
    const QByteArray known = name == "SHIFT_JIS" || name == "SHIFT-JIS" || name == "SJIS" ? QByteArray("CP932") : name;
    iconv_t handle = iconv_open("UTF-8", known.constData());
    if (handle == reinterpret_cast<iconv_t>(-1))
        return unknown;
    const std::unique_ptr<void, IconvCloser> closer(handle);

    QByteArray result;
    std::array<char, 4096> chunk;
    char *in = const_cast<char *>(bytes.data()); // iconv reads it only; POSIX left the const out
    size_t inLeft = size_t(bytes.size());
    bool flushing = false;
    for (;;) {
        char *out = chunk.data();
        size_t outLeft = chunk.size();
        const size_t done =
            flushing ? iconv(handle, nullptr, nullptr, &out, &outLeft) : iconv(handle, &in, &inLeft, &out, &outLeft);
        const int error = errno;
        result.append(chunk.data(), qsizetype(chunk.size() - outLeft));
        if (done == size_t(-1)) {
            if (error != E2BIG)
                return undecodable(name);
            continue;
        }
        if (flushing)
            break;
        flushing = true;
    }
    return QString::fromUtf8(result);
}

DecodedText decodeUnnamed(QByteArrayView bytes)
{
    if (isUtf8(bytes))
        return {QString::fromUtf8(bytes), false};
    QString text;
    text.reserve(bytes.size());
    for (const char c : bytes)
        text += fromWindows1252(static_cast<unsigned char>(c));
    return {text, true};
}

Result<Utf8Bytes> toAsciiCompatible(const QByteArray &file)
{
    if (file.startsWith("\xef\xbb\xbf"))
        return Utf8Bytes{file.sliced(3), isUtf8(file) ? "UTF-8" : ""};
    const QByteArray utf16 = utf16Name(file);
    if (utf16.isEmpty())
        return Utf8Bytes{file, isUtf8(file) ? "UTF-8" : ""};
    if (file.size() % 2 != 0)
        return undecodable(utf16);
    QStringDecoder decoder(utf16 == "UTF-16LE" ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
    const QString text = decoder.decode(file);
    if (decoder.hasError())
        return undecodable(utf16);
    return Utf8Bytes{text.toUtf8(), utf16};
}

bool isUtf8(QByteArrayView bytes)
{
    return bytes.isValidUtf8();
}

QString cleaned(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\r') {
            if (i + 1 >= text.size() || text[i + 1] != u'\n')
                result += u'\n';
        } else if (c == u'\n' || c == u'\t' || c.category() != QChar::Other_Control) {
            result += c;
        }
    }
    return result.trimmed();
}

} // namespace thimblely
