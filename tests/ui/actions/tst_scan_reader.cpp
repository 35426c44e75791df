// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/actions/scan_reader.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>
#include <QWindow>

using namespace thimblely::ui;

namespace {

//! Where the keys of the test codes lie (X11).
quint32 placeOf(char c)
{
    const QByteArray digits("1234567890");
    const QByteArray letters("QWERTYUIOP");
    return quint32(digits.contains(c) ? 10 + digits.indexOf(c) : 24 + letters.indexOf(c));
}

} // namespace

class TestScanReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("Thimblely"));
        QCoreApplication::setApplicationName(QStringLiteral("scan-test"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_dir.path());
    }

    void init()
    {
        QSettings().clear();
        m_window = std::make_unique<QWidget>();
        m_field = new QLineEdit;
        m_button = new QPushButton;
        auto *rows = new QVBoxLayout(m_window.get());
        rows->addWidget(m_field);
        rows->addWidget(m_button);
        m_reader = new ScanReader(m_window.get());
        m_scans = std::make_unique<QSignalSpy>(m_reader, &ScanReader::scanned);
        m_entered = std::make_unique<QSignalSpy>(m_field, &QLineEdit::returnPressed);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_field->setFocus();
        m_now = 1000;
    }

    void codeIsReadInEveryLayout_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("US") << QStringLiteral("1 0 4 2 p 2");
        QTest::newRow("French") << QStringLiteral("& à ' é p é");
        QTest::newRow("Arabic") << QStringLiteral("١ ٠ ٤ ٢ ح ٢");
        QTest::newRow("Hindi") << QStringLiteral("1 0 4 2 ज 2");
    }
    void codeIsReadInEveryLayout()
    {
        QFETCH(const QString, typed);
        const QStringList keys = typed.split(u' ');
        for (int round = 1; round <= 2; ++round) { // the first tells the device that it has a scanner
            m_field->setText(QStringLiteral("Mrs Bello"));
            scan("1042P2", keys);
            QCOMPARE(m_scans->size(), round);
            QCOMPARE(m_scans->last().first().toString(), QStringLiteral("1042P2"));
            QCOMPARE(m_field->text(), QStringLiteral("Mrs Bello"));
            QCOMPARE(m_entered->size(), 0);
            m_now += 1000;
        }
    }

    void fieldThatTheFirstScanTypesIntoIsEmptyAgain()
    {
        QSignalSpy edited(m_field, &QLineEdit::textEdited);
        scan("1042P2");
        QCOMPARE(m_field->text(), QString());
        QCOMPARE(edited.last().first().toString(), QString()); // who keeps drafts hears of it
    }

    void aPersonTypes_data()
    {
        QTest::addColumn<bool>("known");
        QTest::newRow("no scanner yet") << false;
        QTest::newRow("with a scanner") << true;
    }
    void aPersonTypes()
    {
        QFETCH(const bool, known);
        if (known)
            learn();
        for (const char c : QByteArray("1042P2"))
            press(placeOf(c), QString(QLatin1Char(c)), 60);
        QTRY_COMPARE(m_field->text(), QStringLiteral("1042P2"));
        enter(60);
        QCOMPARE(m_entered->size(), 1);
        QCOMPARE(m_scans->size(), known ? 1 : 0);
    }

    void aHeldKeyIsLetGoWhenNoOtherFollows()
    {
        learn();
        press(placeOf('7'), QStringLiteral("7"), 500);
        QCOMPARE(m_field->text(), QString());
        QTRY_COMPARE(m_field->text(), QStringLiteral("7"));
    }

    //! Rolling two keys and Enter is quick, too: but what is between is no code.
    void quickTypingWithOtherKeysGoesItsWay()
    {
        learn();
        press(placeOf('4'), QStringLiteral("4"), 500);
        press(65, QStringLiteral(" "), 10);
        press(placeOf('5'), QStringLiteral("5"), 10);
        QTRY_COMPARE(m_field->text(), QStringLiteral("4 5"));
        enter(200);
        QCOMPARE(m_entered->size(), 1);
        QCOMPARE(m_scans->size(), 1);
    }

    void shortcutsAreNoCode()
    {
        learn();
        m_field->setText(QStringLiteral("abc"));
        press(38, QString(QChar(1)), 500, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_field->selectedText(), QStringLiteral("abc"));
    }

    void isReadWhereverTheKeyboardIs()
    {
        learn();
        m_button->setFocus();
        scan("TR10");
        QCOMPARE(m_scans->last().first().toString(), QStringLiteral("TR10"));
    }

    void aSecondEnterOfTheScannerIsNobodys()
    {
        scan("1042P2");
        enter(8);
        QCOMPARE(m_entered->size(), 0);
        QCOMPARE(m_scans->size(), 1);
        enter(600);
        QCOMPARE(m_entered->size(), 1);
    }

    void nobodyReadsAnotherPage()
    {
        learn();
        m_window->hide();
        QCOMPARE(m_scans->size(), 1);
        scan("1042P2");
        QCOMPARE(m_scans->size(), 1);
    }

private:
    //! The first scan of a device.
    void learn()
    {
        scan("1042P2");
        m_now += 1000;
    }
    void scan(const QByteArray &code, const QStringList &keys = {})
    {
        for (int i = 0; i < code.size(); ++i)
            press(placeOf(code[i]), keys.isEmpty() ? QString(QLatin1Char(code[i])) : keys[i], 8);
        enter(8);
    }
    void enter(int after) { press(36, QStringLiteral("\r"), after, Qt::Key_Return); }
    void press(quint32 place, const QString &text, int after, int key = Qt::Key_unknown,
               Qt::KeyboardModifiers modifiers = {})
    {
        m_now += quint64(after);
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key, modifiers, place, 0, 0, text);
            event.setTimestamp(m_now);
            QCoreApplication::sendEvent(m_window->windowHandle(), &event);
        }
    }

    QTemporaryDir m_dir;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_field = nullptr;
    QPushButton *m_button = nullptr;
    ScanReader *m_reader = nullptr;
    std::unique_ptr<QSignalSpy> m_scans;
    std::unique_ptr<QSignalSpy> m_entered;
    quint64 m_now = 0;
};

QTEST_MAIN(TestScanReader)
#include "tst_scan_reader.moc"
