// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/first_start_service.h"
#include "core/accounts/shop_file.h"
#include "core/accounts/sign_in_service.h"
#include "core/changes/write_door.h"
#include "core/vault/vault.h"
#include "tests/support/fake_clock.h"
#include "ui/accounts/first_start_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! The first start by keyboard, up to a file that its owner can sign in to.
class TestFirstStartPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(QStringLiteral("shop.thimblely"));
        m_page = std::make_unique<FirstStartPage>(m_path, m_clock);
        m_page->resize(1024, 540);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup() { m_page.reset(); }

    void beginsInTheFirstField() { QCOMPARE(QApplication::focusWidget(), field(shop)->edit()); }

    void tabGoesRoundAsItIsRead()
    {
        QStringList met;
        const auto *first = QApplication::focusWidget();
        do {
            const auto *button = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
            met.append(button ? button->text() : QApplication::focusWidget()->accessibleName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        } while (QApplication::focusWidget() != first && met.size() < 30);
        QStringList wanted;
        for (const char *each :
             {shop, "Country", "Currency", "Centimetres", name, login, password, pin, "Encrypt this shop’s files",
              "Try it with a demo shop", "Start from a backup", "Start from everything taken along", "Open the shop"})
            wanted.append(QString::fromUtf8(each));
        if (!vault::requireTools())
            wanted.removeAll(QStringLiteral("Encrypt this shop’s files"));
        QVERIFY2(met == wanted, qPrintable(met.join(QStringLiteral(", "))));
    }

    void eachWrongFieldSaysSoUnderItself()
    {
        field(login)->edit()->setFocus();
        type(QStringLiteral("amina bello"));
        field(password)->edit()->setFocus();
        type(QStringLiteral("short"));
        field(pin)->edit()->setFocus();
        type(QStringLiteral("1234"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(field(shop)->errorText(), QStringLiteral("The shop needs a name."));
        QCOMPARE(field(name)->errorText(), QStringLiteral("The owner needs a name."));
        QCOMPARE(field(login)->errorText(),
                 QStringLiteral(
                     "Sign in with a name of letters and digits, or with an e-mail address: “amina bello” cannot be"
                     " typed as either."));
        QCOMPARE(field(password)->errorText(), QStringLiteral("A password has at least 8 characters."));
        QVERIFY2(field(pin)->errorText().contains(QStringLiteral("guessed first")),
                 qPrintable(field(pin)->errorText()));
        QCOMPARE(QApplication::focusWidget(), field(shop)->edit()); // the first of them
        QVERIFY(!QFile::exists(m_path));
        // Typing takes the sentence away; what was typed elsewhere stays.
        type(QStringLiteral("Bello"));
        QVERIFY(!field(shop)->hasError());
        QCOMPARE(field(login)->text(), QStringLiteral("amina bello"));
    }

    void anEmptySignInNameSaysWhatIsWanted()
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(field(login)->errorText(),
                 QStringLiteral("Say what you sign in with: an e-mail address, or a name of letters and digits."));
    }

    void enterOnAChoiceOpensTheShopToo()
    {
        auto *country = m_page->findChild<QComboBox *>();
        country->setFocus();
        QTest::keyClick(country, Qt::Key_Return);
        QCOMPARE(field(shop)->errorText(), QStringLiteral("The shop needs a name."));
        auto *encrypt = m_page->findChild<QCheckBox *>();
        if (!encrypt || !encrypt->isEnabled())
            QSKIP("what encrypts a shop is not installed here");
        type(QStringLiteral("B")); // takes the sentence away
        encrypt->setFocus();
        QTest::keyClick(encrypt, Qt::Key_Return);
        QCOMPARE(field(name)->errorText(), QStringLiteral("The owner needs a name."));
        QVERIFY(!encrypt->isChecked());
    }

    void theCountryFillsInTheRest_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<bool>("inches");
        QTest::newRow("France") << QStringLiteral("France") << QStringLiteral("FR") << QStringLiteral("EUR") << false;
        QTest::newRow("India") << QStringLiteral("Ind") << QStringLiteral("IN") << QStringLiteral("INR") << true;
    }
    void theCountryFillsInTheRest()
    {
        QFETCH(QString, typed);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Country"));
        type(typed);
        QTEST(m_page->input().countryCode, "code");
        QTEST(m_page->input().currency, "currency");
        QFETCH(bool, inches);
        QCOMPARE(m_page->input().units, inches ? UnitSystem::Imperial : UnitSystem::Metric);
    }

    void makesAFileThatItsOwnerSignsInTo()
    {
        QSignalSpy finished(m_page.get(), &FirstStartPage::finished);
        fillIn();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
        QCOMPARE(finished.front().at(1).toString(), QStringLiteral("Amina Bello"));
        auto opened = openShopFile(m_path);
        opened.waitForFinished();
        QVERIFY(opened.result().ok());
        SignInService service(m_path, m_clock);
        const auto faces = changes::await(service.faces()).value();
        QCOMPARE(faces.size(), size_t(1));
        auto signedIn = service.withPin(faces[0].person, faces[0].workspace, QStringLiteral("2580"));
        signedIn.waitForFinished();
        QVERIFY(signedIn.result().ok());
    }

    void aFileThatIsThereIsLeftAsItIs()
    {
        QFile other(m_path);
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.write("somebody else's");
        other.close();
        fillIn();
        QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("there is")) || says(QStringLiteral("There is")), patience);
        QVERIFY(other.open(QIODevice::ReadOnly));
        QCOMPARE(other.readAll(), QByteArray("somebody else's"));
    }

private:
    static constexpr int patience = 30'000;
    static constexpr const char *shop = "Name of the shop";
    static constexpr const char *name = "Your name";
    static constexpr const char *login = "E-mail, or a sign-in name";
    static constexpr const char *password = "Password, 8 characters or more";
    static constexpr const char *pin = "PIN for quick switching";

    FieldEdit *field(const char *label) const
    {
        const auto fields = m_page->findChildren<FieldEdit *>();
        for (FieldEdit *each : fields) {
            if (each->edit()->accessibleName() == QLatin1String(label))
                return each;
        }
        qFatal("no field %s", label);
    }
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    void tabTo(const char *label)
    {
        for (int i = 0; i < 20 && QApplication::focusWidget() != field(label)->edit(); ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), field(label)->edit());
    }
    void fillIn()
    {
        type(QStringLiteral("Bello Tailoring"));
        tabTo(name);
        type(QStringLiteral("Amina Bello"));
        tabTo(login);
        type(QStringLiteral("amina"));
        tabTo(password);
        type(QStringLiteral("needle and thread"));
        tabTo(pin);
        type(QStringLiteral("2580"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    bool says(const QString &words) const
    {
        const auto labels = m_page->findChildren<Label *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const Label *label) { return label->isVisible() && label->text().contains(words); });
    }

    test::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    std::unique_ptr<FirstStartPage> m_page;
};

QTEST_MAIN(TestFirstStartPage)
#include "tst_first_start_page.moc"
