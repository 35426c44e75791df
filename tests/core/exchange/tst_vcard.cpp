// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/vcard.h"
#include "tests/support/test_paths.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace thimblely;

namespace {

QByteArray fileAt(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray sample(const char *name)
{
    return fileAt(test::ownData() + QStringLiteral("/contacts/") + QString::fromLatin1(name));
}

VCardContact onlyOne(const QByteArray &bytes)
{
    const auto file = readVCards(bytes);
    return file && file->contacts.size() == 1 ? file->contacts.first() : VCardContact();
}

//! One card of these lines.
VCardContact card(const QByteArray &version, const QByteArray &lines)
{
    return onlyOne("BEGIN:VCARD\r\nVERSION:" + version + "\r\n" + lines + "\r\nEND:VCARD\r\n");
}

QStringList names(const VCardFile &file)
{
    QStringList result;
    for (const VCardContact &contact : file.contacts)
        result += contact.fullName;
    return result;
}

//! "line code" of each refusal.
QStringList refusals(const VCardFile &file)
{
    QStringList result;
    for (const Refusal &refusal : file.refused)
        result += QString::number(refusal.line) + u' ' + QString::fromLatin1(refusal.error.code);
    return result;
}

} // namespace

//! Cards as phones and mail programs really write them.
class TestVCard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oldPhone()
    {
        const auto file = readVCards(sample("phone_v21.vcf"));
        QVERIFY(file.ok());
        QCOMPARE(refusals(*file), QStringList());
        QCOMPARE(names(*file),
                 (QStringList{QStringLiteral("Folaké Adébáyò"), QStringLiteral("Chief Chidi;Emeka Okafor")}));
        const VCardContact &folake = file->contacts[0];
        QCOMPARE(folake.line, 1);
        QCOMPARE(folake.version, VCardVersion::V21);
        QCOMPARE(folake.familyName, QStringLiteral("Adébáyò"));
        QCOMPARE(folake.phones.size(), 2);
        QCOMPARE(folake.phones[0].value, QStringLiteral("+234 803 555 0101"));
        QVERIFY(folake.phones[0].isPreferred());
        QCOMPARE(folake.phones[1].types, QStringList{QStringLiteral("home")});
        QCOMPARE(folake.emails[0].value, QStringLiteral("folake@example.org"));
        QCOMPARE(folake.birthday->toIso(), QStringLiteral("1988-02-14"));
        QCOMPARE(folake.note, QStringLiteral("Likes a wide sleeve.\nNever polyester."));
        QCOMPARE(folake.categories,
                 (QStringList{QStringLiteral("Bride"), QStringLiteral("Regular")})); // behind the picture
        QCOMPARE(folake.addresses[0].lines(),
                 (QStringList{QStringLiteral("12 Allen Avenue"), QStringLiteral("Ikeja Lagos 100281"),
                              QStringLiteral("Nigeria")}));
        QCOMPARE(file->contacts[1].org, QStringLiteral("Okafor & Sons"));
        QCOMPARE(file->contacts[1].orgUnits, QStringList{QStringLiteral("Tailoring")});
    }

    void version30()
    {
        const auto file = readVCards(sample("google_v30.vcf"));
        QVERIFY(file.ok());
        QCOMPARE(names(*file),
                 (QStringList{QStringLiteral("Mrs. Meera Iyer"), QStringLiteral("Sunrise School Uniforms")}));
        const VCardContact &meera = file->contacts[0];
        QCOMPARE(meera.foreignId(), QStringLiteral("sample-30-1"));
        QCOMPARE(meera.additionalNames, QStringLiteral("Lakshmi Devi"));
        QCOMPARE(meera.emails[0].types,
                 (QStringList{QStringLiteral("internet"), QStringLiteral("pref")})); // in a group
        QCOMPARE(meera.phones[1].types, (QStringList{QStringLiteral("home"), QStringLiteral("fax")}));
        QCOMPARE(meera.birthday->toIso(), QStringLiteral("--11-09"));
        QCOMPARE(meera.addresses[0].street, QStringLiteral("Flat 4\n7 Hill Road"));
        QCOMPARE(meera.note, QStringLiteral("Saree blouses, two a month; prefers cotton and a deep back. Pick up on"
                                            " Saturdays only.\nPays by transfer."));
    }

    void version40()
    {
        const auto file = readVCards(sample("nextcloud_v40.vcf"));
        QVERIFY(file.ok());
        QCOMPARE(names(*file), (QStringList{QStringLiteral("Björn Sørensen"), QStringLiteral("أمينة الحسن")}));
        QCOMPARE(file->contacts[0].phones[0].value, QStringLiteral("+45-20-55-01-07 x12"));
        QCOMPARE(file->contacts[0].phones[0].types,
                 (QStringList{QStringLiteral("cell"), QStringLiteral("text"), QStringLiteral("pref")}));
        QCOMPARE(file->contacts[0].birthday->toIso(), QStringLiteral("--05-31"));
        QCOMPARE(file->contacts[1].birthday->toIso(), QStringLiteral("1990-07"));
        QVERIFY(file->contacts[1].foreignId().startsWith(QStringLiteral("sha256:")));
    }

    void encodings_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("phone_shift_jis.vcf") << QStringLiteral("表子 能代");
        QTest::newRow("notepad_utf16.vcf") << QStringLiteral("Zoë Müller");
        QTest::newRow("bom_v30.vcf") << QStringLiteral("Ngozi Eze");
        QTest::newRow("windows_1252.vcf") << QStringLiteral("Renée “Nan” O’Hara");
        QTest::newRow("double_cr.vcf") << QStringLiteral("Tomi Bello");
    }
    void encodings()
    {
        QFETCH(QString, name);
        const auto file = readVCards(sample(QTest::currentDataTag()));
        QVERIFY(file.ok());
        QCOMPARE(names(*file), QStringList{name});
        QCOMPARE(file->fallbackEncoding, QByteArray(QTest::currentDataTag()) == "windows_1252.vcf");
    }

    void brokenCardsDoNotTakeTheOthersAlong()
    {
        const auto file = readVCards(sample("nested_and_broken.vcf"));
        QVERIFY(file.ok());
        QCOMPARE(names(*file), (QStringList{QStringLiteral("Pat Parent"), QStringLiteral("Whole Again")}));
        QCOMPARE(file->strayLines, QList<qint64>{1});
        QCOMPARE(file->contacts[0].phones.size(), 1); // behind the nested card
        QCOMPARE(file->contacts[0].ignoredLines, QList<qint64>{10});
        const QStringList expected = {QStringLiteral("6 vcard.nested"),           QStringLiteral("13 vcard.no_end"),
                                      QStringLiteral("20 vcard.version"),         QStringLiteral("24 vcard.nameless"),
                                      QStringLiteral("28 text.unknown_encoding"), QStringLiteral("32 vcard.no_end")};
        QCOMPARE(refusals(*file), expected);
    }

    void wholeFilesRefused()
    {
        QCOMPARE(readVCards("").error().code, "vcard.no_card");
        QCOMPARE(readVCards("name,phone\n").error().code, "vcard.no_card");
        QCOMPARE(readVCards(QByteArray("\xff\xfe"
                                       "abc",
                                       5))
                     .error()
                     .code,
                 "text.undecodable");
        QCOMPARE(readVCards(QByteArray(import_limits::vcardBytes + 1, 'a')).error().code, "vcard.too_large");
        QCOMPARE(readVCards(QByteArray("BEGIN:VCARD\n").repeated(100'001)).error().code, "vcard.too_many_cards");
    }

    void cardsOverTheLimits()
    {
        const auto refused = [](const QByteArray &lines) {
            const auto file = readVCards("BEGIN:VCARD\nVERSION:3.0\nFN:A\n" + lines + "\nEND:VCARD\n");
            return file && file->refused.size() == 1 ? file->refused.first().error.code : QByteArray("taken");
        };
        QCOMPARE(refused("NOTE:" + QByteArray(70'000, 'x')), "vcard.text_too_long");
        QCOMPARE(refused(QByteArray("TEL:1\n").repeated(2'001)), "vcard.too_many_properties");
        QCOMPARE(refused("PHOTO:" + QByteArray(QByteArray(1024, 'A') + "\n ").repeated(17 * 1024)),
                 "vcard.line_too_long");
        QCOMPARE(refused("PHOTO;ENCODING=b:" + QByteArray(1024 * 1024, 'A')), "taken"); // a picture is no text
    }

    void escapesOfEachVersion()
    {
        const VCardContact old = card("2.1", "N:;A\\;B\\\\;C\\\\\\;;D;\\:E\r\nNOTE:C:\\new");
        QCOMPARE(old.givenName, QStringLiteral("A;B\\"));
        QCOMPARE(old.additionalNames, QStringLiteral("C\\;"));
        QCOMPARE(old.prefix, QStringLiteral("D"));
        QCOMPARE(old.suffix, QStringLiteral(":E"));
        QCOMPARE(old.note, QStringLiteral("C:\\new"));
        QCOMPARE(card("3.0", "FN:a\\,b\\;c\\:d\\\\e\\'f").fullName, QStringLiteral("a,b;c:d\\e'f"));
        QCOMPARE(card("3.0", "FN:A\r\nNOTE:a\\nb\\Nc").note, QStringLiteral("a\nb\nc"));
    }

    void foldsOfEachVersion()
    {
        QCOMPARE(card("3.0", "FN:Anna\r\n  Be\r\n\tll").fullName, QStringLiteral("Anna Bell"));
        QCOMPARE(card("2.1", "FN:Anna\r\n Bell").fullName, QStringLiteral("Anna Bell")); // the space is part of it
        QCOMPARE(card("2.1", "FN;QUOTED-PRINTABLE:Anna=\r\n Bell=20=\r\nOk").fullName, QStringLiteral("Anna Bell Ok"));
        QCOMPARE(card("2.1", "FN;ENCODING=QUOTED-PRINTABLE:Anna=").fullName, QStringLiteral("Anna"));
        QCOMPARE(card("2.1", "PHOTO;BASE64:\r\nAAAA\r\nBBBB==\r\n\r\nFN:Anna").fullName, QStringLiteral("Anna"));
        QCOMPARE(card("3.0", "FN;ENCODING=b:QW5uYQ==").fullName, QStringLiteral("Anna"));
    }

    void wrongEncodingNamesAreForgivenWhereTheBytesAreClear()
    {
        QCOMPARE(card("2.1", "FN;CHARSET=X-UNKNOWN:Anna").fullName, QStringLiteral("Anna"));
        QCOMPARE(card("2.1", "FN;CHARSET=US-ASCII:Ann\xc3\xa9").fullName, QStringLiteral("Anné"));
        QCOMPARE(card("3.0", "FN;CHARSET=ISO-8859-1:Ann\xe9").fullName, QStringLiteral("Anné"));
    }

    void birthdays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("iso");
        const auto row = [](const char *text, const char *iso) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(iso);
        };
        row("19800322", "1980-03-22");
        row("1980-03-22", "1980-03-22");
        row("1980-03-22T00:00:00Z", "1980-03-22");
        row("1980-03", "1980-03");
        row("1980", "1980");
        row("--0229", "--02-29");
        row("--03-22", "--03-22");
        row("--03", "--03");
        row("---22", "---22");
        row("1981-02-29", "");
        row("19801322", "");
        row("around 1980", "");
        row("", "");
    }
    void birthdays()
    {
        QFETCH(QString, text);
        QFETCH(QString, iso);
        const auto date = PartialDate::parse(text);
        QCOMPARE(date ? date->toIso() : QString(), iso);
    }

    void foreignIdOfCardsWithoutUid()
    {
        const QString id = card("3.0", "FN:Ann Bell\r\nTEL:1").foreignId();
        QCOMPARE(card("4.0", "FN:ann  BELL\r\nTEL:1\r\nNOTE:x").foreignId(), id);
        QVERIFY(card("3.0", "FN:Ann Bell\r\nTEL:2").foreignId() != id);
    }

    void realFiles_data()
    {
        QTest::addColumn<int>("contacts");
        QTest::addColumn<QStringList>("refused");
        const auto row = [](const char *name, int contacts, const QStringList &refused = {}) {
            QTest::newRow(name) << contacts << refused;
        };
        row("android_v21_backslash.vcf", 1);
        row("android_v21_complicated.vcf", 1);
        row("android_v21_japanese_1.vcf", 1);
        row("android_v21_multiple_entry.vcf", 3);
        row("android_v21_nest.vcf", 1, {QStringLiteral("4 vcard.nested"), QStringLiteral("8 vcard.nested")});
        row("android_v21_pref_handling.vcf", 1);
        row("android_v21_simple_1.vcf", 1);
        row("android_v21_simple_3.vcf", 1);
        row("android_v21_winmo_65.vcf", 1);
        row("android_v30_comma_separated.vcf", 1);
        row("android_v30_japanese.vcf", 1);
        row("android_v30_simple.vcf", 1);
        row("android_v40_sort_as.vcf", 1);
        row("ezvcard_John_Doe_ANDROID.vcf", 6);
        row("ezvcard_John_Doe_GMAIL.vcf", 1);
        row("ezvcard_John_Doe_IPHONE.vcf", 1);
        row("ezvcard_John_Doe_MS_OUTLOOK.vcf", 1);
        row("ezvcard_fullcontact.vcf", 1);
        row("ezvcard_gmail-list.vcf", 3);
        row("ezvcard_gmail-single.vcf", 1);
        row("ezvcard_outlook-2003.vcf", 1);
        row("ezvcard_rfc2426-example.vcf", 2);
        row("thunderbird_basic_vcard_addressbook.vcf", 2);
        row("thunderbird_emptylines_vcard_addressbook.vcf", 2);
    }
    void realFiles()
    {
        const QString folder = test::sharedData() + QStringLiteral("/contacts-vcard/");
        if (!QDir(folder).exists())
            QSKIP("cards of real programs: ../shared/data is absent");
        QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 24);
        QFETCH(int, contacts);
        QFETCH(QStringList, refused);
        const auto file = readVCards(fileAt(folder + QString::fromLatin1(QTest::currentDataTag())));
        QVERIFY2(file.ok(), file.ok() ? "" : file.error().code.constData());
        QCOMPARE(int(file->contacts.size()), contacts);
        QCOMPARE(refusals(*file), refused);
        QVERIFY(file->strayLines.isEmpty());
        for (const VCardContact &contact : file->contacts) {
            QVERIFY(!contact.fullName.isEmpty());
            QVERIFY2(!contact.fullName.contains(QChar::ReplacementCharacter), qPrintable(contact.fullName));
        }
    }

    void whatTheRealCardsSay()
    {
        const QString folder = test::sharedData() + QStringLiteral("/contacts-vcard/");
        if (!QDir(folder).exists())
            QSKIP("cards of real programs: ../shared/data is absent");
        const auto one = [&folder](const char *name) { return onlyOne(fileAt(folder + QString::fromLatin1(name))); };
        const VCardContact iphone = one("ezvcard_John_Doe_IPHONE.vcf");
        QCOMPARE(iphone.phones.size(), 7);
        QCOMPARE(iphone.addresses.size(), 2);
        QCOMPARE(iphone.addresses[1].street, QStringLiteral("Street4\nBuilding 6\nFloor 8"));
        QCOMPARE(iphone.birthday->toIso(), QStringLiteral("2012-06-06")); // in front of the picture
        const VCardContact outlook = one("ezvcard_outlook-2003.vcf");
        QCOMPARE(outlook.note, QStringLiteral("This is the note field!!\nSecond line\n\nThird line is empty"));
        QCOMPARE(outlook.emails.size(), 1); // behind the key
        QCOMPARE(one("android_v30_japanese.vcf").familyName, QStringLiteral("伊能"));
        QCOMPARE(one("android_v21_complicated.vcf").note,
                 QStringLiteral("The following note is the example from RFC 2045.\n"
                                "Now's the time for all folk to come to the aid of their country."));
        QCOMPARE(
            one("android_v30_comma_separated.vcf").phones[0].types,
            (QStringList{QStringLiteral("comma"), QStringLiteral("separated:inside.dquote"), QStringLiteral("pref")}));
    }
};

QTEST_GUILESS_MAIN(TestVCard)
#include "tst_vcard.moc"
