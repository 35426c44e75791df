// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/calendar_service.h"
#include "core/calendar/reminder_service.h"
#include "tests/ui/shell/open_program.h"
#include "ui/calendar/calendar_page.h"
#include "ui/calendar/calendar_table.h"
#include "ui/calendar/event_form.h"
#include "ui/calendar/reminder_strip.h"
#include "ui/calendar/reminder_watch.h"
#include "ui/today/today_page.h"
#include "ui/widgets/field_edit.h"

#include <QComboBox>

using namespace thimblely;
using namespace thimblely::ui;
using namespace thimblely::calendar;

//! A day with the calendar, in the real window, by keys alone. It is Wednesday 25 November 2026, ten in the morning.
class TestCalendarDay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<test::OpenProgram>();
        QVERIFY(m_shop->makeShop());
        QVERIFY(m_shop->startAndSignIn());
        m_shop->window().show(Screen::Calendar);
        QTRY_VERIFY(page() && page()->isVisible() && table()->model()->rowCount() > 0);
    }
    void cleanup() { m_shop.reset(); }

    void aVisitIsWrittenDownMovedAndCalledOff()
    {
        QTRY_VERIFY(table()->hasFocus());
        QCOMPARE(table()->currentDate()->toIso(), QStringLiteral("2026-11-25"));
        m_shop->press(Qt::Key_Down);
        QCOMPARE(table()->currentDate()->toIso(), QStringLiteral("2026-11-26"));
        write("Mrs Ade, gown", "15:00");
        QTRY_COMPARE(shown(), QStringLiteral("26.11. 15:00 Mrs Ade, gown"));
        QTRY_VERIFY(table()->isVisible());
        goToBlock("Mrs Ade, gown");
        m_shop->press(Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(shown(), QStringLiteral("27.11. 15:00 Mrs Ade, gown"));
        QTRY_VERIFY(table()->currentBlock() && table()->currentDate()->toIso() == QStringLiteral("2026-11-27"));
        m_shop->press(Qt::Key_Delete);
        QTRY_COMPARE(shown(), QString());
        m_shop->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(shown(), QStringLiteral("27.11. 15:00 Mrs Ade, gown"));
    }

    void oneOfASeriesIsChangedInPlace()
    {
        write("Count the stock", "10:30", "Every week");
        QTRY_VERIFY(shown().startsWith(QStringLiteral("25.11. 10:30 Count the stock, 2.12. 10:30")));
        QTRY_VERIFY(table()->isVisible());
        goToBlock("Count the stock");
        m_shop->press(Qt::Key_Return);
        QTRY_VERIFY(form()->isVisible());
        QVERIFY(m_shop->tabTo(QStringLiteral("What")));
        m_shop->press(Qt::Key_A, Qt::ControlModifier);
        m_shop->type("Count the buttons");
        m_shop->press(Qt::Key_F9);
        QTRY_VERIFY(shown().startsWith(QStringLiteral("25.11. 10:30 Count the buttons, 2.12. 10:30 Count the stock")));
    }

    //! Typed over the day that stands there, an hour is one of that day; a day alone is one day.
    void anHourOrADayAlone()
    {
        m_shop->press(Qt::Key_N);
        QTRY_VERIFY(form()->isVisible());
        m_shop->type("Ade");
        QVERIFY(m_shop->tabTo(QStringLiteral("When")));
        m_shop->type("15:00");
        m_shop->press(Qt::Key_F9);
        QTRY_COMPARE(shown(), QStringLiteral("25.11. 15:00 Ade"));
        QTRY_VERIFY(table()->hasFocus());
        m_shop->press(Qt::Key_N);
        QTRY_VERIFY(form()->isVisible());
        m_shop->type("Fair");
        m_shop->press(Qt::Key_F9);
        QTRY_COMPARE(shown(), QStringLiteral("25.11. 0:00 Fair, 25.11. 15:00 Ade"));
    }

    //! What the form says of one that is there is what was typed, and read again it is the same.
    void itIsSaidAsItWasTyped()
    {
        fill("Count the stock", "15:00", "Every week");
        choose("Tell me", "An hour before");
        typeOver("Until", "soon");
        m_shop->press(Qt::Key_F9);
        QVERIFY(field("Until")->hasError()); // and not for ever
        QCOMPARE(shown(), QString());
        typeOver("Until", "10 dec");
        m_shop->press(Qt::Key_F9);
        const QString all = QStringLiteral("25.11. 15:00 Count the stock, 2.12. 15:00 Count the stock, "
                                           "9.12. 15:00 Count the stock");
        QTRY_COMPARE(shown(), all);
        QTRY_VERIFY(table()->hasFocus() && table()->currentBlock());
        m_shop->press(Qt::Key_Return); // where the keyboard is once it is kept
        QTRY_VERIFY(form()->isVisible());
        QCOMPARE(field("When")->text(), QStringLiteral("25 Nov 15:00"));
        QCOMPARE(field("How long")->text(), QStringLiteral("30 min"));
        QCOMPARE(qobject_cast<QComboBox *>(named("Tell me"))->currentText(), QStringLiteral("An hour before"));
        typeOver("When", "25 Nov 16:00");
        choose("Of the series", "All of them");
        m_shop->press(Qt::Key_F9);
        QTRY_COMPARE(shown(), QString(all).replace(QStringLiteral("15:00"), QStringLiteral("16:00")));
    }

    void lettersShowItOtherwise()
    {
        const std::pair<int, CalendarPage::View> letters[] = {{Qt::Key_D, CalendarPage::View::Day},
                                                              {Qt::Key_M, CalendarPage::View::Month},
                                                              {Qt::Key_A, CalendarPage::View::Agenda},
                                                              {Qt::Key_W, CalendarPage::View::Week}};
        for (const auto &[key, view] : letters) {
            QSignalSpy loaded(page(), &CalendarPage::loaded);
            m_shop->press(key);
            QCOMPARE(page()->view(), view);
            QTRY_VERIFY(loaded.count() > 0);
        }
        QSignalSpy loaded(page(), &CalendarPage::loaded);
        m_shop->press(Qt::Key_PageDown);
        QTRY_VERIFY(loaded.count() > 0);
        QCOMPARE(page()->date().toIso(), QStringLiteral("2026-11-30"));
        m_shop->press(Qt::Key_T);
        QCOMPARE(page()->date().toIso(), QStringLiteral("2026-11-25"));
    }

    //! Escape leaves the form; what was typed is there again.
    void whatWasTypedStays()
    {
        m_shop->press(Qt::Key_N);
        QTRY_VERIFY(form()->isVisible());
        m_shop->type("Half a sentence");
        m_shop->press(Qt::Key_Escape);
        QTRY_VERIFY(table()->isVisible());
        QCOMPARE(shown(), QString());
        m_shop->press(Qt::Key_N);
        QTRY_VERIFY(form()->isVisible());
        QVERIFY(m_shop->tabTo(QStringLiteral("What")));
        QCOMPARE(qobject_cast<QLineEdit *>(m_shop->focus())->text(), QStringLiteral("Half a sentence"));
    }

    void whatSpeaksAgainstItIsSaid()
    {
        write("Ade", "15:00", nullptr, "Amina Bello");
        QTRY_VERIFY(shown().contains(QStringLiteral("Ade")));
        QTRY_VERIFY(table()->isVisible());
        fill("Bello", "15:10", nullptr, "Amina Bello");
        QVERIFY(m_shop->waitSays(QStringLiteral("Whoever sees to it has another appointment then")));
        m_shop->press(Qt::Key_F9); // it hinders nothing
        QTRY_VERIFY(shown().contains(QStringLiteral("Bello")));
    }

    void oneIsToldOnceAndItStaysOnToday()
    {
        fill("Mrs Ade", "15:00");
        auto *lead = qobject_cast<QComboBox *>(named("Tell me"));
        lead->setCurrentIndex(lead->findData(QStringLiteral("10")));
        m_shop->press(Qt::Key_F9);
        QTRY_VERIFY(shown().contains(QStringLiteral("Mrs Ade")));
        m_shop->clock.advanceMsecs(5 * 3'600'000);
        m_shop->child<ReminderWatch>()->look();
        QVERIFY(m_shop->waitSays(QStringLiteral("Reminder. Wed 25 November, 15:00")));
        m_shop->press(Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(m_shop->child<TodayPage>() && m_shop->child<TodayPage>()->isVisible());
        auto *strip = m_shop->child<ReminderStrip>();
        QTRY_VERIFY(strip->sentence().contains(QStringLiteral("Mrs Ade")));
        QVERIFY(m_shop->tabTo(QStringLiteral("In 10 minutes")));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE(strip->sentence(), QString());
        m_shop->clock.advanceMsecs(10 * 60'000);
        m_shop->child<ReminderWatch>()->look(); // told again, and once
        QTRY_VERIFY(strip->sentence().contains(QStringLiteral("Mrs Ade")));
        QVERIFY(m_shop->tabTo(QStringLiteral("Seen to")));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE(strip->sentence(), QString());
    }

private:
    using Screen = MainWindow::Screen;
    CalendarPage *page() const { return m_shop->child<CalendarPage>(); }
    CalendarTable *table() const { return m_shop->child<CalendarTable>(); }
    EventForm *form() const { return m_shop->child<EventForm>(); }
    QWidget *named(const char *name) const
    {
        const auto all = form()->findChildren<QWidget *>();
        for (QWidget *each : all) {
            // A choice reads what is chosen, its label says what it is.
            if (each->isVisible() && each->accessibleName() == QString::fromLatin1(name) &&
                each->focusPolicy() != Qt::NoFocus)
                return each;
        }
        qFatal("no field %s", name);
    }
    FieldEdit *field(const char *name) const { return qobject_cast<FieldEdit *>(named(name)->parentWidget()); }
    void typeOver(const char *name, const char *text)
    {
        named(name)->setFocus();
        m_shop->press(Qt::Key_A, Qt::ControlModifier);
        m_shop->type(text);
    }
    void fill(const char *what, const char *hour, const char *again = nullptr, const char *staff = nullptr)
    {
        m_shop->press(Qt::Key_N);
        QTRY_VERIFY(form()->isVisible());
        m_shop->type(what);
        QVERIFY(m_shop->tabTo(QStringLiteral("When")));
        m_shop->press(Qt::Key_End);
        m_shop->type(hour);
        if (again)
            choose("Again", again);
        if (staff)
            choose("Who sees to it", staff);
    }
    void choose(const char *name, const char *choice)
    {
        auto *box = qobject_cast<QComboBox *>(named(name));
        box->setCurrentIndex(box->findText(QString::fromLatin1(choice)));
    }
    void write(const char *what, const char *hour, const char *again = nullptr, const char *staff = nullptr)
    {
        fill(what, hour, again, staff);
        m_shop->press(Qt::Key_F9);
    }
    bool isThere(const char *text) const
    {
        const QAbstractItemModel *cells = table()->model();
        for (int i = 0; i < cells->rowCount() * cells->columnCount(); ++i) {
            const QModelIndex cell = cells->index(i / cells->columnCount(), i % cells->columnCount());
            if (cell.data(Qt::AccessibleTextRole).toString().contains(QLatin1String(text)))
                return true;
        }
        return false;
    }
    //! By the arrows, as somebody does who sees it.
    void goToBlock(const char *text)
    {
        QTRY_VERIFY(table()->hasFocus());
        QTRY_VERIFY(isThere(text)); // it is read on another thread
        m_shop->press(Qt::Key_Home);
        for (int i = 0; i < 40; ++i) {
            const CalendarBlock *block = table()->currentBlock();
            if (block && block->text == QString::fromLatin1(text))
                return;
            const bool isLast = table()->currentIndex().row() + 1 == table()->model()->rowCount();
            if (isLast) {
                m_shop->press(Qt::Key_Right);
                m_shop->press(Qt::Key_Home);
            } else {
                m_shop->press(Qt::Key_Down);
            }
        }
        QFAIL(text);
    }
    QString shown() const
    {
        const auto window =
            CalendarService(m_shop->desk().session())
                .window(Date::parse(u"2026-11-23").value(), Date::parse(u"2026-12-31").value(), m_shop->clock.now());
        QStringList all;
        for (const Occurrence &one : window->occurrences) {
            const WallTime wall = WallTime::of(one.startsAt, "Africa/Lagos");
            all.append(wall.date().toString(QStringLiteral("d.M. ")) + wall.time().toString(QStringLiteral("H:mm ")) +
                       one.title);
        }
        return all.join(QStringLiteral(", "));
    }

    std::unique_ptr<test::OpenProgram> m_shop;
};

QTEST_MAIN(TestCalendarDay)
#include "tst_calendar_day.moc"
