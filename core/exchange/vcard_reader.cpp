// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/text_encoding.h"

#include "core/base/error_args.h"
#include "core/exchange/vcard.h"
#include "core/exchange/vcard_lines.h"

#include <QHash>

#include <algorithm>

namespace thimblely {

namespace {

constexpr qsizetype longestText = 64 * 1024;

Error invalid(const char *code, const QStringList &args = {})
{
    return Error{ErrorKind::Invalid, code, args, {}};
}

//! 2.1 escapes only what would part a value; 3.0 and 4.0 write line ends as \n, and put a backslash before others freely.
QString unescaped(QStringView text, VCardVersion version)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 >= text.size()) {
            result += text[i];
            continue;
        }
        const QChar next = text[++i];
        const bool known = next == u';' || next == u':' || next == u',' || next == u'\\';
        if (version != VCardVersion::V21 && (next == u'n' || next == u'N'))
            result += u'\n';
        else if (known || version != VCardVersion::V21)
            result += next;
        else
            result += QString(u'\\') + next;
    }
    return result;
}

QList<QStringView> split(QStringView text, QChar separator)
{
    QList<QStringView> result;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'\\') {
            ++i;
        } else if (text[i] == separator) {
            result += text.sliced(start, i - start);
            start = i + 1;
        }
    }
    return result << text.sliced(start);
}

QString oneLine(const QString &text)
{
    return cleaned(text).simplified();
}

//! A component that may be a list ("Richter,James"); 2.1 has no lists, so there a comma is a comma.
QString joinedList(QStringView component, VCardVersion version, const QString &glue)
{
    if (version == VCardVersion::V21)
        return oneLine(unescaped(component, version));
    QStringList parts;
    const QList<QStringView> items = split(component, u',');
    for (const QStringView item : items) {
        const QString part = oneLine(unescaped(item, version));
        if (!part.isEmpty())
            parts += part;
    }
    return parts.join(glue);
}

//! "tel:+1-555-0100;ext=12" as a person writes it.
QString phoneText(const QString &value)
{
    if (!value.startsWith(QLatin1String("tel:"), Qt::CaseInsensitive))
        return value;
    const QStringList parts = value.sliced(4).split(u';');
    QString result = parts.first().trimmed();
    for (const QString &part : parts.sliced(1)) {
        if (part.startsWith(QLatin1String("ext="), Qt::CaseInsensitive))
            result += QStringLiteral(" x") + part.sliced(4).trimmed();
    }
    return result;
}

class CardReader {
public:
    explicit CardReader(const VCardBlock &block) : m_block(block) {}

    Result<VCardContact> read()
    {
        TRY(checkBlock());
        m_contact.line = m_block.line;
        m_contact.endLine = m_block.endLine;
        m_contact.ignoredLines = m_block.ignoredLines;
        for (const VCardProperty &property : m_block.properties)
            TRY(take(property));
        m_contact.categories.removeDuplicates();
        m_contact.note = m_notes.join(u'\n');
        m_contact.fullName = bestName();
        if (m_contact.fullName.isEmpty())
            return invalid("vcard.nameless");
        return std::move(m_contact);
    }
    bool usedFallback() const { return m_fallback; }

private:
    Result<void> checkBlock()
    {
        if (m_block.endLine == 0)
            return invalid("vcard.no_end");
        if (m_block.nested)
            return invalid("vcard.nested");
        if (m_block.lineTooLong)
            return invalid("vcard.line_too_long");
        if (m_block.tooManyProperties)
            return invalid("vcard.too_many_properties");
        m_contact.version = VCardVersion::V21;
        for (const VCardProperty &property : m_block.properties) {
            if (property.name != QLatin1String("VERSION"))
                continue;
            const QByteArray version = property.value.trimmed();
            if (version != "2.1" && version != "3.0" && version != "4.0")
                return invalid("vcard.version", {QString::fromLatin1(version).left(20)});
            m_contact.version = version == "2.1"   ? VCardVersion::V21
                                : version == "3.0" ? VCardVersion::V30
                                                   : VCardVersion::V40;
        }
        return {};
    }

    //! A wrong or unknown encoding matters only where the bytes are no UTF-8 either.
    Result<QString> text(const VCardProperty &property)
    {
        if (property.value.size() > longestText * 4)
            return invalid("vcard.text_too_long", {property.name.left(40)});
        QString result;
        if (property.charset.isEmpty()) {
            const DecodedText decoded = decodeUnnamed(property.value);
            m_fallback = m_fallback || decoded.fallback;
            result = decoded.text;
        } else {
            const Result<QString> decoded = decodeText(property.value, property.charset);
            if (!decoded && !isUtf8(property.value))
                return decoded.error();
            result = decoded ? *decoded : QString::fromUtf8(property.value);
        }
        if (result.size() > longestText)
            return invalid("vcard.text_too_long", {property.name.left(40)});
        return result;
    }

    Result<void> take(const VCardProperty &property)
    {
        using Taker = void (CardReader::*)(const VCardProperty &, const QString &);
        static const QHash<QString, Taker> takers = {{QStringLiteral("FN"), &CardReader::takeFullName},
                                                     {QStringLiteral("N"), &CardReader::takeName},
                                                     {QStringLiteral("NICKNAME"), &CardReader::takeNickname},
                                                     {QStringLiteral("ORG"), &CardReader::takeOrg},
                                                     {QStringLiteral("TEL"), &CardReader::takePhone},
                                                     {QStringLiteral("EMAIL"), &CardReader::takeEmail},
                                                     {QStringLiteral("ADR"), &CardReader::takeAddress},
                                                     {QStringLiteral("BDAY"), &CardReader::takeBirthday},
                                                     {QStringLiteral("NOTE"), &CardReader::takeNote},
                                                     {QStringLiteral("UID"), &CardReader::takeUid},
                                                     {QStringLiteral("CATEGORIES"), &CardReader::takeCategories}};
        const Taker taker = takers.value(property.name, nullptr);
        if (!taker)
            return {};
        const Result<QString> value = text(property);
        const bool isName = property.name == QLatin1String("FN") || property.name == QLatin1String("N");
        if (value)
            (this->*taker)(property, *value);
        else if (isName || value.error().code == "vcard.text_too_long")
            return value.error();
        else // one damaged byte in a note is no reason to lose the person
            m_contact.ignoredLines += property.line;
        return {};
    }

    void takeFullName(const VCardProperty &, const QString &value)
    {
        if (m_contact.fullName.isEmpty())
            m_contact.fullName = oneLine(unescaped(value, m_contact.version));
    }

    void takeName(const VCardProperty &, const QString &value)
    {
        const QList<QStringView> parts = split(value, u';');
        QString *const fields[] = {&m_contact.familyName, &m_contact.givenName, &m_contact.additionalNames,
                                   &m_contact.prefix, &m_contact.suffix};
        for (qsizetype i = 0; i < std::min<qsizetype>(parts.size(), std::size(fields)); ++i) {
            if (fields[i]->isEmpty())
                *fields[i] = joinedList(parts[i], m_contact.version, QStringLiteral(" "));
        }
    }

    void takeNickname(const VCardProperty &, const QString &value)
    {
        if (m_contact.nickname.isEmpty())
            m_contact.nickname = joinedList(value, m_contact.version, QStringLiteral(", "));
    }

    void takeOrg(const VCardProperty &, const QString &value)
    {
        if (!m_contact.org.isEmpty())
            return;
        const QList<QStringView> parts = split(value, u';');
        for (const QStringView part : parts) {
            const QString name = oneLine(unescaped(part, m_contact.version));
            if (name.isEmpty())
                continue;
            if (m_contact.org.isEmpty())
                m_contact.org = name;
            else
                m_contact.orgUnits += name;
        }
    }

    void takePhone(const VCardProperty &property, const QString &value)
    {
        const QString number = phoneText(oneLine(unescaped(value, m_contact.version)));
        if (!number.isEmpty())
            m_contact.phones += VCardEntry{number, property.types()};
    }

    void takeEmail(const VCardProperty &property, const QString &value)
    {
        QString address = oneLine(unescaped(value, m_contact.version));
        if (address.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive))
            address = address.sliced(7).trimmed();
        if (!address.isEmpty())
            m_contact.emails += VCardEntry{address, property.types()};
    }

    void takeAddress(const VCardProperty &property, const QString &value)
    {
        const QList<QStringView> parts = split(value, u';');
        const auto part = [&](qsizetype i) {
            return i < parts.size() ? cleaned(unescaped(parts[i], m_contact.version)) : QString();
        };
        const VCardAddress address{part(0), part(1), part(2), part(3), part(4), part(5), part(6), property.types()};
        if (!address.isEmpty())
            m_contact.addresses += address;
    }

    void takeBirthday(const VCardProperty &property, const QString &value)
    {
        if (m_contact.birthday)
            return;
        m_contact.birthday = PartialDate::parse(value);
        // Apple writes a stand-in where the year is unknown, and says which.
        const QString omitted = property.parameter(QLatin1StringView("X-APPLE-OMIT-YEAR"));
        if (m_contact.birthday && m_contact.birthday->year && omitted == QString::number(*m_contact.birthday->year))
            m_contact.birthday->year.reset();
    }

    void takeNote(const VCardProperty &, const QString &value)
    {
        const QString note = cleaned(unescaped(value, m_contact.version));
        if (!note.isEmpty() && !m_notes.contains(note))
            m_notes += note;
    }

    void takeUid(const VCardProperty &, const QString &value)
    {
        if (m_contact.uid.isEmpty())
            m_contact.uid = oneLine(unescaped(value, m_contact.version));
    }

    void takeCategories(const VCardProperty &, const QString &value)
    {
        const QList<QStringView> parts = split(value, u',');
        for (const QStringView part : parts) {
            const QString name = oneLine(unescaped(part, m_contact.version));
            if (!name.isEmpty())
                m_contact.categories += name;
        }
    }

    QString bestName() const
    {
        const VCardContact &c = m_contact;
        const QString made =
            QStringList{c.prefix, c.givenName, c.additionalNames, c.familyName, c.suffix}.join(u' ').simplified();
        const QStringList names = {c.fullName,
                                   made,
                                   c.org,
                                   c.nickname,
                                   c.emails.isEmpty() ? QString() : c.emails.first().value,
                                   c.phones.isEmpty() ? QString() : c.phones.first().value};
        const auto found =
            std::find_if(names.begin(), names.end(), [](const QString &name) { return !name.isEmpty(); });
        return found == names.end() ? QString() : *found;
    }

    const VCardBlock &m_block;
    VCardContact m_contact;
    QStringList m_notes;
    bool m_fallback = false;
};

} // namespace

Result<VCardFile> readVCards(const QByteArray &file)
{
    if (file.size() > import_limits::vcardBytes)
        return invalid("vcard.too_large", {errorArg(qint64(import_limits::vcardBytes))});
    TRY_ASSIGN(const VCardBlocks split, splitVCards(file));
    if (split.blocks.isEmpty())
        return invalid("vcard.no_card");
    VCardFile result;
    result.strayLines = split.strayLines;
    for (const VCardBlock &block : split.blocks) {
        CardReader reader(block);
        Result<VCardContact> contact = reader.read();
        result.fallbackEncoding = result.fallbackEncoding || reader.usedFallback();
        if (contact)
            result.contacts += std::move(contact).value();
        else
            result.refused += Refusal{block.line, contact.error()};
    }
    return result;
}

} // namespace thimblely
