// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/conversations/message_template.h"

#include <QTest>
#include <rapidcheck.h>

using namespace thimblely;
using namespace thimblely::conversations;

namespace {

QString said(const Result<QString> &result)
{
    return result ? *result : QString::fromUtf8(result.error().code) + u' ' + result.error().args.join(u' ');
}

QString said(const Result<void> &result)
{
    return result ? QString() : QString::fromUtf8(result.error().code) + u' ' + result.error().args.join(u' ');
}

MessageFacts factsOfABello()
{
    MessageFacts facts;
    facts.values = {{MessageField::Name, QStringLiteral("A. Bello")},
                    {MessageField::Order, QStringLiteral("1042")},
                    {MessageField::Shop, QStringLiteral("{balance} & Sons")}};
    return facts;
}

} // namespace

class TestMessageTemplate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fills_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("filled");
        QTest::addColumn<QString>("known");
        const auto row = [](const char *name, const char *text, const char *filled, const char *known = nullptr) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(filled)
                                << QString::fromUtf8(known ? known : filled);
        };
        row("plain", "See you.", "See you.");
        row("one field", "Hello {name}.", "Hello A. Bello.");
        row("a field twice", "{order}, {order}!", "1042, 1042!");
        row("side by side", "{name}{order}", "A. Bello1042");
        row("a value that looks like a field stays what it is", "{shop}", "{balance} & Sons");
        row("braces that hold no word", "{ } {} {1} {a b}", "{ } {} {1} {a b}");
        row("a brace left open", "{name", "{name");
        row("unknown", "Hello {nmae}", "message.unknown_field {nmae}", "Hello {nmae}");
        row("known by another letter case is unknown", "{Name}", "message.unknown_field {Name}", "{Name}");
        row("nothing for it", "by {day}", "message.nothing_for_field {day}", "by {day}");
        row("Arabic", "مرحبا {name}، طلبك {order} جاهز", "مرحبا A. Bello، طلبك 1042 جاهز");
        row("lines", "a\n{order}\n", "a\n1042\n");
    }
    void fills()
    {
        QFETCH(QString, text);
        QFETCH(QString, filled);
        QFETCH(QString, known);
        QCOMPARE(said(fill(text, factsOfABello())), filled);
        QCOMPARE(fillKnown(text, factsOfABello()), known);
    }

    void aBalanceIsForWhoMayReadPrices()
    {
        MessageFacts facts = factsOfABello();
        const QString text = QStringLiteral("{balance}");
        QCOMPARE(said(fill(text, facts)), QStringLiteral("message.nothing_for_field {balance}"));
        facts.hidesBalance = true;
        QCOMPARE(said(fill(text, facts)), QStringLiteral("message.balance_hidden "));
        facts.hidesBalance = false;
        facts.values[MessageField::Balance] = QStringLiteral("₦4,000.00");
        QCOMPARE(said(fill(text, facts)), QStringLiteral("₦4,000.00"));
    }

    void theLanguageIsTheClientsThenTheShops_data()
    {
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<QString>("language");
        const auto row = [](const char *name, const char *first, const char *second, const char *language) {
            QTest::newRow(name) << QStringList{QString::fromLatin1(first), QString::fromLatin1(second)}
                                << QString::fromLatin1(language);
        };
        row("theirs", "fr_FR", "en_NG", "fr");
        row("theirs, of another country", "fr-CA", "en_NG", "fr");
        row("the shop's, where theirs is not written", "yo_NG", "ar_EG", "ar");
        row("never said", "", "ar", "ar");
        row("none of both: English", "yo", "ha", "en");
        row("an empty text is none", "es_ES", "fr", "fr");
    }
    void theLanguageIsTheClientsThenTheShops()
    {
        QFETCH(QStringList, wanted);
        QFETCH(QString, language);
        MessageTemplate letter{QStringLiteral("ready"), QStringLiteral("Ready")};
        for (const char *each : {"en", "fr", "ar"})
            letter.texts[QString::fromLatin1(each)] = QString::fromLatin1(each);
        letter.texts[QStringLiteral("es")] = QStringLiteral("  ");
        QCOMPARE(letter.in(wanted), (MessageTemplate::Chosen{language, language}));
        letter.texts.erase(QStringLiteral("en"));
        QVERIFY(!letter.in({QStringLiteral("sw")}).text.isEmpty()); // rather another language than nothing
        letter.texts.clear();
        QVERIFY(letter.in(wanted).text.isEmpty());
    }

    //! Nobody finds a wrong field in what every shop begins with, nor two of one name.
    void theUsualOnesAreSound()
    {
        QStringList keys;
        for (const MessageTemplate &each : usualTemplates()) {
            QVERIFY2(!keys.contains(each.key), qPrintable(each.key));
            keys.append(each.key);
            QVERIFY(!each.name.isEmpty());
            QVERIFY(!each.own);
            QVERIFY(!each.texts.at(QStringLiteral("en")).isEmpty());
            QCOMPARE(said(checkFields(each.texts.at(QStringLiteral("en")))), QString());
        }
        for (const char *used :
             {"ready", "reminder", "fitting", "late", "moved", "moved_cloth", "moved_asked", "question"})
            QVERIFY2(keys.contains(QString::fromLatin1(used)), used);
        QCOMPARE(said(checkFields(QStringLiteral("{order} {ordre}"))), QStringLiteral("message.unknown_field {ordre}"));
    }

    //! Whatever stands around the fields comes out as it went in, and values are put in their places once.
    void whatIsNoFieldStaysAsItIs()
    {
        const bool holds = rc::check("text around fields", [] {
            const auto plain = rc::gen::container<std::string>(rc::gen::inRange(char(32), char(122))); // without braces
            const QString before = QString::fromStdString(*plain);
            const QString after = QString::fromStdString(*plain);
            const auto field = MessageField(*rc::gen::inRange(0, messageFieldCount));
            const QString value = writtenField(MessageField(*rc::gen::inRange(0, messageFieldCount)));
            MessageFacts facts;
            facts.values[field] = value;
            RC_ASSERT(fill(before + writtenField(field) + after, facts).value() == before + value + after);
            RC_ASSERT(fill(before + after, {}).value() == before + after);
            RC_ASSERT(checkFields(before + writtenField(field)).ok());
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(TestMessageTemplate)
#include "tst_message_template.moc"
