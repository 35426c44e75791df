// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/vcard.h"

#include <QTest>

#include <rapidcheck.h>

using namespace thimblely;

namespace {

//! A trimmed text of one line out of signs that vCard escapes, folds or encodes; empty too.
QString genText()
{
    const auto parts = *rc::gen::container<std::vector<QString>>(rc::gen::element(
        QStringLiteral("a"), QStringLiteral("Zoë"), QStringLiteral(","), QStringLiteral(";"), QStringLiteral("\\"),
        QStringLiteral(":"), QStringLiteral("="), QStringLiteral("\""), QStringLiteral("能"), QStringLiteral("😀"),
        QStringLiteral(" "), QStringLiteral("n"), QStringLiteral("END:VCARD"), QStringLiteral("أ")));
    QString text;
    for (const QString &part : parts)
        text += part;
    return text.simplified();
}

QString genLines()
{
    return QString(genText() + u'\n' + genText()).trimmed();
}

QStringList genTypes()
{
    const auto types = *rc::gen::container<std::vector<QString>>(rc::gen::element(
        QStringLiteral("cell"), QStringLiteral("home"), QStringLiteral("x-shop"), QStringLiteral("pref")));
    QStringList result(types.begin(), types.end());
    result.removeDuplicates();
    return result;
}

QList<VCardEntry> genEntries(const QString &start)
{
    QList<VCardEntry> result;
    const int count = *rc::gen::inRange(0, 4);
    for (int i = 0; i < count; ++i)
        result += VCardEntry{QString(start + genText()).simplified(), genTypes()};
    return result;
}

VCardContact genContact()
{
    VCardContact c;
    c.uid = genText();
    c.fullName = QString(QStringLiteral("N") + genText()).simplified();
    c.familyName = genText();
    c.givenName = genText();
    c.additionalNames = genText();
    c.prefix = genText();
    c.suffix = genText();
    c.nickname = genText();
    c.org = genText();
    if (!c.org.isEmpty())
        c.orgUnits = {QStringLiteral("U") + genText()};
    c.phones = genEntries(QStringLiteral("+1"));
    c.emails = genEntries(QStringLiteral("x@"));
    const VCardAddress address{genText(), genText(), genLines(), genText(),
                               genText(), genText(), genText(),  genTypes()};
    if (!address.isEmpty())
        c.addresses = {address};
    c.note = genLines();
    const int categories = *rc::gen::inRange(0, 3);
    for (int i = 0; i < categories; ++i)
        c.categories += QString(QString::number(i) + genText()).simplified();
    const auto maybe = [](int least, int most) {
        return *rc::gen::arbitrary<bool>() ? std::optional<int>(*rc::gen::inRange(least, most + 1)) : std::nullopt;
    };
    PartialDate day{maybe(1605, 9999), maybe(1, 12), maybe(1, 28)};
    if (day.year && !day.month)
        day.day.reset(); // no program can write a year and a day
    if (day.year || day.month || day.day)
        c.birthday = day;
    return c;
}

//! What a file adds to a contact, and the order of its types, taken off again.
VCardContact plain(VCardContact contact)
{
    contact.line = 0;
    contact.endLine = 0;
    contact.version = VCardVersion::V40;
    for (QList<VCardEntry> *entries : {&contact.phones, &contact.emails}) {
        for (VCardEntry &entry : *entries)
            entry.types.sort();
    }
    for (VCardAddress &address : contact.addresses)
        address.types.sort();
    return contact;
}

} // namespace

//! What is written is read back as it was, by us and within the limits others keep.
class TestVCardWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contactsSurvive_data()
    {
        QTest::addColumn<VCardVersion>("version");
        QTest::newRow("3.0") << VCardVersion::V30;
        QTest::newRow("4.0") << VCardVersion::V40;
    }
    void contactsSurvive()
    {
        QFETCH(VCardVersion, version);
        const bool holds = rc::check("contacts survive", [version] {
            QList<VCardContact> contacts;
            const int count = *rc::gen::inRange(1, 4);
            for (int i = 0; i < count; ++i)
                contacts += genContact();
            const auto file = readVCards(writeVCards(contacts, version));
            RC_ASSERT(file.ok());
            RC_ASSERT(file->refused.isEmpty() && file->strayLines.isEmpty() && !file->fallbackEncoding);
            RC_ASSERT(file->contacts.size() == contacts.size());
            for (qsizetype i = 0; i < contacts.size(); ++i)
                RC_ASSERT(plain(file->contacts[i]) == plain(contacts[i]));
        });
        QVERIFY(holds);
    }

    void linesAreShortAndWholeCharacters()
    {
        VCardContact contact;
        contact.fullName = QStringLiteral("Ann");
        contact.note = QStringLiteral("能代😀é").repeated(60);
        const QByteArray bytes = writeVCards({contact});
        QVERIFY(bytes.endsWith("END:VCARD\r\n"));
        for (const QByteArray &line : bytes.split('\n')) {
            QVERIFY2(line.size() <= 76, line.constData()); // 75 and the CR
            QVERIFY2(line.isValidUtf8(), line.constData());
        }
    }

    void exactText()
    {
        VCardContact contact;
        contact.uid = QStringLiteral("u-1");
        contact.fullName = QStringLiteral("Ann Bell");
        contact.familyName = QStringLiteral("Bell");
        contact.givenName = QStringLiteral("Ann");
        contact.phones = {{QStringLiteral("+1 555"), {QStringLiteral("cell"), QStringLiteral("pref")}}};
        contact.birthday = PartialDate{{}, 3, 22};
        QCOMPARE(writeVCards({contact}), "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:u-1\r\nFN:Ann Bell\r\nN:Bell;Ann;;;\r\n"
                                         "TEL;TYPE=cell;PREF=1:+1 555\r\nBDAY:--0322\r\nEND:VCARD\r\n");
        QCOMPARE(writeVCards({contact}, VCardVersion::V30),
                 "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:u-1\r\nFN:Ann Bell\r\nN:Bell;Ann;;;\r\n"
                 "TEL;TYPE=cell;TYPE=pref:+1 555\r\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-03-22\r\nEND:VCARD\r\n");
    }
};

QTEST_GUILESS_MAIN(TestVCardWriter)
#include "tst_vcard_writer.moc"
