// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/support/page_hands.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/desk/entry_form.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/segmented.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QPromise>
#include <QVBoxLayout>

using namespace thimblely;
using namespace thimblely::ui;

//! One of every kind of field that a form can have, and a PIN among them.
class EveryKindForm : public EntryForm {
    Q_OBJECT

public:
    EveryKindForm(Desk &desk, QWidget *parent)
        : EntryForm(desk, QStringLiteral("Every kind"), QStringLiteral("Do it"), parent)
    {
        kind = new Segmented(QStringLiteral("Kind"), body());
        kind->addSegment(QStringLiteral("one"));
        kind->addSegment(QStringLiteral("two"));
        rows()->addWidget(kind);
        words = addText(QStringLiteral("Words"));
        addMoney(QStringLiteral("Money"), money);
        choice = new QComboBox(body());
        choice->addItems({QStringLiteral("nobody"), QStringLiteral("Amina"), QStringLiteral("Tunde")});
        choice->setAccessibleName(QStringLiteral("Who"));
        rows()->addWidget(choice);
        tick = new QCheckBox(QStringLiteral("Tick"), body());
        rows()->addWidget(tick);
        long_ = new QPlainTextEdit(body());
        long_->setAccessibleName(QStringLiteral("Long"));
        rows()->addWidget(long_);
        pin = addText(QStringLiteral("PIN"));
        pin->edit()->setEchoMode(QLineEdit::Password);
    }
    void begin(const QString &subject, const QString &stored = {})
    {
        kind->setCurrentIndex(0);
        words->setText(stored);
        money->setText({});
        choice->setCurrentIndex(0);
        tick->setChecked(false);
        long_->setPlainText({});
        pin->setText({});
        beginTyping(subject, QStringLiteral("Every kind of %1").arg(subject));
    }
    void submit() override
    {
        write([this] {
            promise.start();
            return promise.future();
        });
    }
    void answer(Result<void> result)
    {
        promise.addResult(std::move(result));
        promise.finish();
    }

    QPromise<Result<void>> promise;
    Segmented *kind;
    FieldEdit *words;
    MoneyEdit *money = nullptr;
    QComboBox *choice;
    QCheckBox *tick;
    QPlainTextEdit *long_;
    FieldEdit *pin;
};

//! What is typed into a form is safe until it is done or dropped, whatever kinds of fields it has.
class TestFormDraft : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        open();
    }
    void cleanup()
    {
        m_form.reset();
        m_shop.reset();
    }

    void everyKindOfFieldComesBackAndNoPin()
    {
        m_form->begin(QStringLiteral("7"));
        fill();
        restart();
        m_form->begin(QStringLiteral("7"));
        QCOMPARE(m_form->kind->currentIndex(), 1);
        QCOMPARE(m_form->words->text(), QStringLiteral("said"));
        QCOMPARE(m_form->money->text(), QStringLiteral("1,750"));
        QCOMPARE(m_form->choice->currentText(), QStringLiteral("Tunde"));
        QVERIFY(m_form->tick->isChecked());
        QCOMPARE(m_form->long_->toPlainText(), QStringLiteral("two\nlines"));
        QCOMPARE(m_form->pin->text(), QString());
        QVERIFY(says(QStringLiteral("is back. It is not done yet.")));
    }

    //! The last key and what closes the window, in one turn of the loop.
    void theLastKeyBeforeTheFormGoesIsKept()
    {
        m_form->begin(QStringLiteral("7"));
        QTest::keyClicks(m_form->words->edit(), QStringLiteral("sai"));
        QCoreApplication::processEvents();
        QTest::keyClicks(m_form->words->edit(), QStringLiteral("d"));
        m_form->findChild<FormDraft *>()->keepNow();
        m_form.reset();
        restart();
        m_form->begin(QStringLiteral("7"));
        QCOMPARE(m_form->words->text(), QStringLiteral("said"));
    }

    void aPinIsNeverWritten()
    {
        m_form->begin(QStringLiteral("7"));
        m_form->pin->edit()->setText(QStringLiteral("secret 2580"));
        m_form->pin->edit()->setEchoMode(QLineEdit::Normal); // shown for once
        m_form->begin(QStringLiteral("7"));
        m_form->pin->edit()->setText(QStringLiteral("secret 2581"));
        m_form->words->edit()->setText(QStringLiteral("said"));
        QTRY_COMPARE(m_shop->drafts->all().size(), size_t(1));
        for (const auto &draft : m_shop->drafts->all())
            QVERIFY(!QJsonDocument(draft.content).toJson().contains("secret"));
    }

    //! What nobody typed into is not kept as read: it may be another by the next time.
    void onlyWhatWasChangedIsLaidOver()
    {
        m_form->begin(QStringLiteral("7"), QStringLiteral("as stored"));
        m_form->tick->click();
        restart();
        m_form->begin(QStringLiteral("7"), QStringLiteral("stored anew"));
        QVERIFY(m_form->tick->isChecked());
        QCOMPARE(m_form->words->text(), QStringLiteral("stored anew"));
    }

    void anotherSubjectIsAnotherDraft()
    {
        m_form->begin(QStringLiteral("7"));
        fill();
        m_form->begin(QStringLiteral("8")); // taken up in its place, without leaving
        QCOMPARE(m_form->words->text(), QString());
        QCOMPARE(m_form->kind->currentIndex(), 0);
        QCoreApplication::processEvents();
        m_form->begin(QStringLiteral("7"));
        QCOMPARE(m_form->words->text(), QStringLiteral("said"));
    }

    void doneIsForgotten()
    {
        m_form->begin(QStringLiteral("7"));
        fill();
        m_form->submit();
        QTRY_VERIFY(m_form->promise.future().isStarted());
        m_form->answer({});
        QTRY_VERIFY(m_shop->drafts->all().empty());
        restart();
        m_form->begin(QStringLiteral("7"));
        QCOMPARE(m_form->words->text(), QString());
        QVERIFY(!says(QStringLiteral("is back")));
    }

    void refusedIsKept()
    {
        m_form->begin(QStringLiteral("7"));
        fill();
        m_form->submit();
        QTRY_VERIFY(m_form->promise.future().isStarted());
        m_form->answer(Error{ErrorKind::Invalid, "log.empty", {}, {}});
        QTRY_VERIFY(m_form->findChild<Button *>() && m_form->isEnabled());
        QTRY_VERIFY(!m_shop->drafts->all().empty() &&
                    !m_shop->drafts->all().front().content.value(QLatin1String("sent")).toBool());
        restart();
        m_form->begin(QStringLiteral("7"));
        QVERIFY(says(QStringLiteral("It is not done yet.")));
    }

    //! Killed after it was sent: whether it was done is not known, and that is what is said.
    void onItsWayIsSaid()
    {
        m_form->begin(QStringLiteral("7"));
        fill();
        m_form->submit();
        QTRY_VERIFY(m_form->promise.future().isStarted()); // only once the mark is on the disk
        restart();
        m_form->begin(QStringLiteral("7"));
        QVERIFY(says(QStringLiteral("was on its way to the file")));
        QVERIFY(!says(QStringLiteral("It is not done yet.")));
    }

    void droppedShowsWhatWasThere()
    {
        m_form->begin(QStringLiteral("7"), QStringLiteral("as stored"));
        fill();
        restart();
        m_form->begin(QStringLiteral("7"), QStringLiteral("as stored"));
        test::buttonOn(*m_form, "Drop it")->click();
        QCOMPARE(m_form->words->text(), QStringLiteral("as stored"));
        QVERIFY(!m_form->tick->isChecked());
        QVERIFY(!says(QStringLiteral("is back")));
        QVERIFY(m_shop->drafts->all().empty());
    }

    void typedBackToWhatWasThereIsNothing()
    {
        m_form->begin(QStringLiteral("7"), QStringLiteral("as stored"));
        m_form->words->edit()->setText(QStringLiteral("other"));
        QTRY_COMPARE(m_shop->drafts->all().size(), size_t(1));
        m_form->words->edit()->setText(QStringLiteral("as stored"));
        QTRY_VERIFY(m_shop->drafts->all().empty());
    }

    //! Left by the person it waits, and is no news at the next start; what a power cut left is, once.
    void whatWasBegunIsToldOnce()
    {
        m_form->begin(QStringLiteral("left"));
        fill();
        m_form->leave();
        m_form->begin(QStringLiteral("open"));
        fill();
        restart();
        const QString begun = begunForms(*m_shop->desk);
        QVERIFY2(begun.contains(QStringLiteral("Every kind of open")), qPrintable(begun));
        QVERIFY(!begun.contains(QStringLiteral("Every kind of left")));
        QVERIFY(begunForms(*m_shop->desk).isEmpty());
        m_form->begin(QStringLiteral("left"));
        QCOMPARE(m_form->words->text(), QStringLiteral("said"));
    }

    //! A later version of the form has another field: no text lands in a field it was not typed into.
    void anotherShapeIsNotFilled()
    {
        m_form->begin(QStringLiteral("7"));
        fill();
        QCoreApplication::processEvents();
        m_form.reset();
        m_shop->restart();
        open();
        auto *more = new QCheckBox(QStringLiteral("more"), m_form->tick->parentWidget());
        more->show();
        m_form->begin(QStringLiteral("7"));
        QCOMPARE(m_form->words->text(), QString());
        QVERIFY(says(QStringLiteral("the form has other fields now")));
        QVERIFY(says(QStringLiteral("“said”")));
    }

private:
    void open()
    {
        m_form = std::make_unique<EveryKindForm>(*m_shop->desk, nullptr);
        m_form->resize(500, 700);
        m_form->show();
    }
    void fill()
    {
        m_form->kind->setCurrentIndex(1);
        m_form->words->edit()->setText(QStringLiteral("said"));
        m_form->money->setText(QStringLiteral("1,750"));
        m_form->choice->setCurrentIndex(2);
        m_form->tick->setChecked(true);
        m_form->long_->setPlainText(QStringLiteral("two\nlines"));
        m_form->pin->edit()->setText(QStringLiteral("2580"));
        QCoreApplication::processEvents();
        QTest::qWait(1);
    }
    //! The program stops and is started again.
    void restart()
    {
        QCoreApplication::processEvents();
        QTest::qWait(1);
        m_form.reset();
        m_shop->restart();
        open();
    }
    bool says(const QString &words) const { return test::isSaidOn(*m_form, words); }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<EveryKindForm> m_form;
};

QTEST_MAIN(TestFormDraft)
#include "tst_form_draft.moc"
