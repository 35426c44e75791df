// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/vcard_lines.h"

#include "core/base/error_args.h"
#include "core/exchange/text_encoding.h"

#include <algorithm>
#include <optional>

namespace thimblely {

namespace {

constexpr qsizetype longestLine = 16 * 1024 * 1024;
constexpr qsizetype mostProperties = 2000;
constexpr qsizetype mostCards = 100'000;

//! The lines of the file as they stand; CR CR LF (seen from phones) is one line end, a lone CR only where there is no LF.
class PhysicalLines {
public:
    explicit PhysicalLines(const QByteArray &bytes) : m_bytes(bytes), m_end(bytes.contains('\n') ? '\n' : '\r') {}

    bool atEnd() const { return m_at >= m_bytes.size(); }
    qint64 number() const { return m_number; } //!< of the line that take() gave last
    QByteArrayView peek() const
    {
        const qsizetype end = m_bytes.indexOf(m_end, m_at);
        QByteArrayView line = QByteArrayView(m_bytes).sliced(m_at, (end < 0 ? m_bytes.size() : end) - m_at);
        while (line.endsWith('\r'))
            line.chop(1);
        return line;
    }
    QByteArrayView take()
    {
        const QByteArrayView line = peek();
        const qsizetype end = m_bytes.indexOf(m_end, m_at);
        m_at = end < 0 ? m_bytes.size() : end + 1;
        ++m_number;
        return line;
    }

private:
    const QByteArray &m_bytes;
    char m_end;
    qsizetype m_at = 0;
    qint64 m_number = 0;
};

bool isBlank(QByteArrayView line)
{
    return line.trimmed().isEmpty();
}

bool startsWithSpace(QByteArrayView line)
{
    return line.startsWith(' ') || line.startsWith('\t');
}

bool isBase64Text(QByteArrayView line)
{
    return std::all_of(line.begin(), line.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/' ||
               c == '=';
    });
}

bool isCardEdge(QByteArrayView line)
{
    const QByteArray upper = line.trimmed().toByteArray().toUpper();
    return upper == "END:VCARD" || upper == "BEGIN:VCARD";
}

//! Where the value begins: the first colon outside quotes, else (a stray quote) the first one; -1 where there is none.
qsizetype colonOf(QByteArrayView line)
{
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == '"')
            quoted = !quoted;
        else if (line[i] == ':' && !quoted)
            return i;
    }
    return line.indexOf(':');
}

enum class Transfer { Plain, QuotedPrintable, Base64 };

std::optional<Transfer> transferNamed(const QString &value)
{
    const QString upper = value.toUpper();
    if (upper == QLatin1String("QUOTED-PRINTABLE"))
        return Transfer::QuotedPrintable;
    if (upper == QLatin1String("BASE64") || upper == QLatin1String("B"))
        return Transfer::Base64;
    if (upper == QLatin1String("8BIT") || upper == QLatin1String("7BIT"))
        return Transfer::Plain;
    return {};
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

//! "=3D" to its byte; what only looks like it stays.
QByteArray fromQuotedPrintable(QByteArrayView text)
{
    QByteArray result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool coded =
            text[i] == '=' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0 && hexDigit(text[i + 2]) >= 0;
        if (!coded) {
            result += text[i];
            continue;
        }
        result += char(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
        i += 2;
    }
    return result;
}

//! RFC 6868: what quotes cannot hold.
QString withoutCarets(const QString &text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar next = text[i] == u'^' && i + 1 < text.size() ? text[i + 1] : QChar();
        const bool coded = next == u'n' || next == u'\'' || next == u'^';
        result += !coded ? text[i] : next == u'n' ? QChar(u'\n') : next == u'\'' ? QChar(u'"') : next;
        i += coded ? 1 : 0;
    }
    return result;
}

QStringList splitOutsideQuotes(const QString &text, QChar separator)
{
    QStringList result;
    bool quoted = false;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'"') {
            quoted = !quoted;
        } else if (text[i] == separator && !quoted) {
            result += text.sliced(start, i - start);
            start = i + 1;
        }
    }
    return result << text.sliced(start);
}

struct Header {
    QString name;
    QList<VCardProperty::Parameter> parameters;
    Transfer transfer = Transfer::Plain;
    QByteArray charset;
};

Header readHeader(QByteArrayView bytes)
{
    const QStringList parts = splitOutsideQuotes(decodeUnnamed(bytes).text, u';');
    Header header;
    header.name = parts.first().sliced(parts.first().lastIndexOf(u'.') + 1).trimmed().toUpper();
    for (const QString &part : parts.sliced(1)) {
        const qsizetype equals = part.indexOf(u'=');
        const QString key = equals < 0 ? QString() : part.left(equals).trimmed().toUpper();
        const QStringList values = splitOutsideQuotes(part.sliced(equals + 1).trimmed(), u',');
        VCardProperty::Parameter parameter{key, {}};
        for (QString value : values)
            parameter.values += withoutCarets(value.remove(u'"').trimmed());
        const std::optional<Transfer> transfer = transferNamed(parameter.values.first());
        if (transfer && (key.isEmpty() || key == QLatin1String("ENCODING")))
            header.transfer = *transfer;
        else if (key == QLatin1String("CHARSET"))
            header.charset = parameter.values.first().toLatin1();
        else if (key.isEmpty()) // 2.1 leaves "TYPE=" out
            header.parameters += VCardProperty::Parameter{QStringLiteral("TYPE"), parameter.values};
        else
            header.parameters += parameter;
    }
    return header;
}

//! Puts a property together from its physical lines.
class Unfolder {
public:
    Unfolder(PhysicalLines &lines, bool keepsSpace) : m_lines(lines), m_keepsSpace(keepsSpace) {}

    //! Bytes of the logical line that begins with `first`; `transfer` tells how it may go on.
    QByteArray complete(QByteArrayView first, Transfer transfer)
    {
        QByteArray line = first.toByteArray();
        while (!m_lines.atEnd()) {
            const QByteArrayView next = m_lines.peek();
            if (transfer == Transfer::QuotedPrintable && endsSoftly(line)) {
                if (isCardEdge(next))
                    break;
                append(line, m_lines.take());
            } else if (startsWithSpace(next)) {
                m_lines.take();
                append(line, m_keepsSpace ? next : next.sliced(1));
            } else if (transfer == Transfer::Base64 && !next.isEmpty() && isBase64Text(next)) {
                append(line, m_lines.take()); // old phones do not indent it
            } else {
                break;
            }
        }
        if (transfer == Transfer::QuotedPrintable)
            endsSoftly(line);
        return line;
    }
    bool tooLong() const { return m_tooLong; }

private:
    //! Takes the '=' of a soft line break off.
    static bool endsSoftly(QByteArray &line)
    {
        qsizetype end = line.size();
        while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t'))
            --end;
        if (end == 0 || line[end - 1] != '=')
            return false;
        line.truncate(end - 1);
        return true;
    }
    void append(QByteArray &line, QByteArrayView more)
    {
        if (line.size() + more.size() > longestLine)
            m_tooLong = true;
        else
            line.append(more.data(), more.size());
    }

    PhysicalLines &m_lines;
    bool m_keepsSpace;
    bool m_tooLong = false;
};

class Splitter {
public:
    Splitter(const QByteArray &bytes, bool converted) : m_lines(bytes), m_converted(converted) {}

    Result<VCardBlocks> split()
    {
        while (!m_lines.atEnd()) {
            const QByteArrayView first = m_lines.take();
            if (isBlank(first))
                continue;
            const qint64 line = m_lines.number();
            const qsizetype colon = colonOf(first);
            // A header may be folded too, but then its colon comes later and no transfer encoding is known yet.
            const Transfer transfer = colon < 0 ? Transfer::Plain : readHeader(first.first(colon)).transfer;
            Unfolder unfolder(m_lines, m_open.isEmpty() || m_version21[m_open.last()]);
            const QByteArray whole = unfolder.complete(first, transfer);
            if (unfolder.tooLong() && !m_open.isEmpty())
                top().lineTooLong = true;
            TRY(addLine(whole, line));
        }
        markNested();
        return std::move(m_result);
    }

private:
    VCardBlock &top() { return m_result.blocks[m_open.last()]; }

    Result<void> addLine(const QByteArray &whole, qint64 line)
    {
        const qsizetype colon = colonOf(whole);
        const Header header = colon < 0 ? Header() : readHeader(QByteArrayView(whole).first(colon));
        const QByteArray raw = colon < 0 ? QByteArray() : whole.sliced(colon + 1);
        const bool card = raw.trimmed().toUpper() == "VCARD";
        if (card && header.name == QLatin1String("BEGIN"))
            return begin(line);
        if (m_open.isEmpty()) {
            m_result.strayLines += line;
            return {};
        }
        if (card && header.name == QLatin1String("END")) {
            top().endLine = line;
            m_open.removeLast();
            return {};
        }
        if (header.name.isEmpty())
            top().ignoredLines += line;
        else if (top().properties.size() >= mostProperties)
            top().tooManyProperties = true;
        else
            top().properties += property(header, raw, line);
        if (header.name == QLatin1String("VERSION"))
            m_version21[m_open.last()] = raw.trimmed() == "2.1";
        return {};
    }

    Result<void> begin(qint64 line)
    {
        if (m_result.blocks.size() >= mostCards)
            return Error{ErrorKind::Invalid, "vcard.too_many_cards", {errorArg(qint64(mostCards))}, {}};
        m_parents += m_open.isEmpty() ? -1 : m_open.last();
        m_open += m_result.blocks.size();
        m_version21 += true;
        VCardBlock block;
        block.line = line;
        m_result.blocks += block;
        return {};
    }

    VCardProperty property(const Header &header, const QByteArray &raw, qint64 line) const
    {
        VCardProperty result;
        result.line = line;
        result.name = header.name;
        result.parameters = header.parameters;
        const bool media = header.name == QLatin1String("PHOTO") || header.name == QLatin1String("LOGO") ||
                           header.name == QLatin1String("SOUND") || header.name == QLatin1String("KEY");
        if (media)
            return result;
        if (header.transfer == Transfer::QuotedPrintable)
            result.value = fromQuotedPrintable(raw);
        else
            result.value = header.transfer == Transfer::Base64 ? QByteArray::fromBase64(raw) : raw;
        if (!m_converted || header.transfer != Transfer::Plain)
            result.charset = header.charset;
        return result;
    }

    void markNested()
    {
        QList<VCardBlock> &blocks = m_result.blocks;
        for (qsizetype i = 0; i < blocks.size(); ++i) {
            if (const qsizetype parent = m_parents[i]; parent >= 0)
                blocks[i].nested = blocks[parent].endLine != 0 || blocks[parent].nested;
        }
    }

    PhysicalLines m_lines;
    bool m_converted;
    VCardBlocks m_result;
    QList<qsizetype> m_open;    //!< indexes of blocks
    QList<qsizetype> m_parents; //!< parallel to the blocks
    QList<bool> m_version21;    //!< parallel to the blocks; 2.1 keeps the space of a folded line
};

} // namespace

QStringList VCardProperty::types() const
{
    QStringList result;
    for (const Parameter &each : parameters) {
        if (each.name == QLatin1String("PREF"))
            result += QStringLiteral("pref");
        if (each.name != QLatin1String("TYPE"))
            continue;
        for (const QString &type : each.values)
            result += type.toLower().split(u',', Qt::SkipEmptyParts);
    }
    result.removeDuplicates();
    return result;
}

QString VCardProperty::parameter(QLatin1StringView parameterName) const
{
    for (const Parameter &each : parameters) {
        if (each.name == parameterName)
            return each.values.value(0);
    }
    return {};
}

Result<VCardBlocks> splitVCards(const QByteArray &file)
{
    TRY_ASSIGN(const Utf8Bytes compatible, toAsciiCompatible(file));
    return Splitter(compatible.bytes, compatible.encoding.startsWith("UTF-16")).split();
}

} // namespace thimblely
