// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/vcard.h"

namespace thimblely {

namespace {

constexpr qsizetype longestLine = 75; // bytes, without the line end (RFC 6350 section 3.2)

QString escaped(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\"));
    text.replace(u',', QStringLiteral("\\,"));
    text.replace(u';', QStringLiteral("\\;"));
    return text.replace(u'\n', QStringLiteral("\\n"));
}

class Writer {
public:
    explicit Writer(VCardVersion version) : m_version(version) {}

    void write(const VCardContact &contact)
    {
        line(QStringLiteral("BEGIN:VCARD"));
        line(isV4() ? QStringLiteral("VERSION:4.0") : QStringLiteral("VERSION:3.0"));
        if (!contact.uid.isEmpty())
            line(QStringLiteral("UID:") + escaped(contact.uid));
        line(QStringLiteral("FN:") + escaped(contact.fullName));
        line(QStringLiteral("N:") + structured({contact.familyName, contact.givenName, contact.additionalNames,
                                                contact.prefix, contact.suffix}));
        if (!contact.nickname.isEmpty())
            line(QStringLiteral("NICKNAME:") + escaped(contact.nickname));
        if (!contact.org.isEmpty())
            line(QStringLiteral("ORG:") + structured(QStringList(contact.org) + contact.orgUnits));
        for (const VCardEntry &phone : contact.phones)
            line(QStringLiteral("TEL") + types(phone.types) + u':' + escaped(phone.value));
        for (const VCardEntry &email : contact.emails)
            line(QStringLiteral("EMAIL") + types(email.types) + u':' + escaped(email.value));
        for (const VCardAddress &a : contact.addresses)
            line(QStringLiteral("ADR") + types(a.types) + u':' +
                 structured({a.poBox, a.extended, a.street, a.locality, a.region, a.postalCode, a.country}));
        if (contact.birthday)
            line(birthday(*contact.birthday));
        if (!contact.note.isEmpty())
            line(QStringLiteral("NOTE:") + escaped(contact.note));
        if (!contact.categories.isEmpty())
            line(QStringLiteral("CATEGORIES:") + categories(contact.categories));
        line(QStringLiteral("END:VCARD"));
    }
    QByteArray bytes() const { return m_bytes; }

private:
    bool isV4() const { return m_version == VCardVersion::V40; }

    static QString structured(const QStringList &parts)
    {
        QStringList result;
        for (const QString &part : parts)
            result += escaped(part);
        return result.join(u';');
    }

    static QString categories(const QStringList &names)
    {
        QStringList result;
        for (const QString &name : names)
            result += escaped(name);
        return result.join(u',');
    }

    //! 4.0 has no type "pref" but a parameter.
    QString types(const QStringList &names) const
    {
        QString result;
        for (QString name : names) {
            if (isV4() && name == QLatin1String("pref")) {
                result += QStringLiteral(";PREF=1");
                continue;
            }
            name.remove(u'"').replace(u'\n', u' ');
            const bool plain = name.indexOf(u';') < 0 && name.indexOf(u':') < 0 && name.indexOf(u',') < 0;
            result += QStringLiteral(";TYPE=") + (plain ? name : QString(u'"' + name + u'"'));
        }
        return result;
    }

    QString birthday(const PartialDate &date) const
    {
        if (isV4()) {
            // 4.0 knows the short form only, except that a year and its month need their hyphen.
            QString text = date.toIso();
            if (date.isFull())
                text.remove(u'-');
            else if (date.month && date.day)
                text.remove(4, 1);
            return QStringLiteral("BDAY:") + text;
        }
        if (!date.year && date.month && date.day) // 3.0 has no date without a year; every phone reads Apple's way
            return QStringLiteral("BDAY;X-APPLE-OMIT-YEAR=1604:1604") + date.toIso().sliced(1);
        return QStringLiteral("BDAY:") + date.toIso();
    }

    //! Folds between characters, never within one.
    void line(const QString &text)
    {
        const QByteArray all = text.toUtf8();
        qsizetype start = 0;
        qsizetype room = longestLine;
        while (all.size() - start > room) {
            qsizetype end = start + room;
            while ((static_cast<unsigned char>(all[end]) & 0xc0) == 0x80)
                --end;
            m_bytes += all.sliced(start, end - start) + "\r\n ";
            start = end;
            room = longestLine - 1;
        }
        m_bytes += all.sliced(start) + "\r\n";
    }

    VCardVersion m_version;
    QByteArray m_bytes;
};

} // namespace

QByteArray writeVCards(const QList<VCardContact> &contacts, VCardVersion version)
{
    Writer writer(version);
    for (const VCardContact &contact : contacts)
        writer.write(contact);
    return writer.bytes();
}

} // namespace thimblely
