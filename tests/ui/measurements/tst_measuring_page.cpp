// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/big_edit.h"
#include "ui/measurements/body_view.h"
#include "ui/measurements/measure_list.h"
#include "ui/measurements/measuring_page.h"
#include "ui/measurements/value_field.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMenu>
#include <QMimeData>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

class TestMeasuringPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void enterCommitsAndGoesOn();
    void enterInAnEmptyFieldKeepsTheLastValue();
    void upAndDownWalkTheFields();
    void inchesInACentimetreFieldStay();
    void aValueOutOfRangeIsAskedCalmly();
    void pairsAreTypedLeftThenRight();
    void unitSwitchKeepsWhatIsBeingTyped();
    void unitSwitchConvertsWhatIsStored();
    void inchesTakeTheShorthandAndTheParts();
    void stepsAddHalfACentimetre();
    void clearingAValueSaysSo();
    void listAndBodyLeadToAField();
    void unreadableTextHoldsThePersonInTheField();
    void whatCannotBeReadGetsNoTick();
    void enterStopsOnlyWhereThereIsWorkLeft();
    void aFieldIsCarriedToItsPlaceInTheNotebook();
    void sectionsAreHeadings();
    void weightsAndWordsAreTypedToo();
    void theShopsTapeCountsQuarters();
    void saveReadsTheLastFieldFirst();
    void theHelperViewIsLeftOnce();
    void choosingGoesBackToTheField();
    void theArrowsGoAlongTheChoices();
    void figuresTypedAnywhereGoToTheField();
    void theWholeNameIsRead();
    void everyControlHasAName();

private:
    void type(const char *text, Qt::Key then = Qt::Key_Return);
    BigEdit *edit(int index = 0) const { return m_page->findChildren<BigEdit *>().at(index); }
    MeasureRow row(const char *code) const;
    Segmented *choice(int index) const { return m_page->findChildren<Segmented *>().at(index); }

    std::unique_ptr<MeasuringPage> m_page;
    std::vector<MeasuredValue> m_commits;
};

namespace {

MeasuredValue cm(const char *code, const char *text, Side side = Side::Both)
{
    return MeasuredValue::parse(QString::fromLatin1(code), side, QString::fromLatin1(text), LengthUnit::Centimetre)
        .value();
}

MeasureField field(const char *code, const char *name, const char *last, bool paired = false)
{
    MeasureField f;
    f.code = QString::fromLatin1(code);
    f.name = QString::fromLatin1(name);
    f.paired = paired;
    if (last) {
        FieldValue value;
        if (paired) {
            value.left = cm(code, last, Side::Left);
            value.right = cm(code, last, Side::Right);
        } else {
            value.both = cm(code, last);
        }
        f.earlier.push_back({value, QStringLiteral("14 Mar")});
    }
    return f;
}

} // namespace

void TestMeasuringPage::initTestCase()
{
    Theme::instance().install();
}

void TestMeasuringPage::init()
{
    m_page = std::make_unique<MeasuringPage>();
    std::vector<MeasureField> fields{field("neck_circ", "Neck base", "41.0"), field("bust_circ", "Chest", "93.5"),
                                     field("shoulder_length", "Shoulder", "15.5", true),
                                     field("waist_circ", "Waist, natural", nullptr)};
    fields[1].ask = LengthRange{Length(6800), Length(16500)};
    m_page->setTemplates(
        {{QStringLiteral("jacket"), QStringLiteral("Jacket")}, {QStringLiteral("shirt"), QStringLiteral("Shirt")}},
        QStringLiteral("jacket"));
    m_page->setClient(QStringLiteral("T. Bello"), QStringLiteral("319"));
    m_page->setFields(fields);
    m_commits.clear();
    connect(m_page.get(), &MeasuringPage::valueCommitted, this,
            [this](const MeasuredValue &value) { m_commits.push_back(value); });
    m_page->resize(1198, 712);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->focusValue();
}

void TestMeasuringPage::cleanup()
{
    m_page.reset();
}

void TestMeasuringPage::type(const char *text, Qt::Key then)
{
    QWidget *target = QApplication::focusWidget();
    QVERIFY(qobject_cast<BigEdit *>(target));
    QTest::keyClicks(target, QString::fromUtf8(text));
    if (then != Qt::Key_unknown)
        QTest::keyClick(target, then);
}

MeasureRow TestMeasuringPage::row(const char *code) const
{
    const auto index = m_page->list()->model()->indexOf(QString::fromLatin1(code));
    return m_page->list()->model()->rows().at(size_t(index.row()));
}

void TestMeasuringPage::enterCommitsAndGoesOn()
{
    m_commits.clear();
    type("41,5");
    QCOMPARE(int(m_commits.size()), 1);
    QCOMPARE(m_commits.at(0).code, QStringLiteral("neck_circ"));
    const auto value = m_commits.at(0);
    QCOMPARE(value.amount, 4150);
    QCOMPARE(value.text, QStringLiteral("41,5"));
    QCOMPARE(row("neck_circ").todayText, QStringLiteral("41.5"));
    QCOMPARE(row("neck_circ").state, FieldState::Measured);
    QCOMPARE(m_page->current(), QStringLiteral("bust_circ"));
    QVERIFY(edit()->hasFocus());
    QCOMPARE(edit()->text(), QString());
}

void TestMeasuringPage::enterInAnEmptyFieldKeepsTheLastValue()
{
    QSignalSpy kept(m_page.get(), &MeasuringPage::valueKept);
    type("");
    QCOMPARE(kept.count(), 1);
    QCOMPARE(row("neck_circ").state, FieldState::Kept);
    QCOMPARE(row("neck_circ").todayText, QStringLiteral("41"));
    QCOMPARE(m_page->current(), QStringLiteral("bust_circ"));
    m_page->setCurrent(QStringLiteral("waist_circ")); // nothing to keep there
    type("");
    QCOMPARE(kept.count(), 1);
    QCOMPARE(row("waist_circ").state, FieldState::Empty);
}

void TestMeasuringPage::upAndDownWalkTheFields()
{
    m_commits.clear();
    type("", Qt::Key_Down);
    QCOMPARE(m_page->current(), QStringLiteral("bust_circ"));
    QCOMPARE(row("neck_circ").state, FieldState::Empty);
    type("94", Qt::Key_Up);
    QCOMPARE(m_page->current(), QStringLiteral("neck_circ"));
    QCOMPARE(int(m_commits.size()), 1);
}

void TestMeasuringPage::inchesInACentimetreFieldStay()
{
    m_commits.clear();
    type("38 1/2");
    QCOMPARE(int(m_commits.size()), 0);
    QCOMPARE(m_page->current(), QStringLiteral("neck_circ"));
    QCOMPARE(edit()->text(), QStringLiteral("38 1/2"));
    QVERIFY(m_page->valueField()->errorText().contains(QStringLiteral("97.8")));
    QTest::keyClick(edit(), Qt::Key_Backspace);
    QVERIFY(m_page->valueField()->errorText().isEmpty());
}

void TestMeasuringPage::aValueOutOfRangeIsAskedCalmly()
{
    m_page->setCurrent(QStringLiteral("bust_circ"));
    type("38", Qt::Key_unknown);
    QVERIFY(m_page->valueField()->messageText().contains(QStringLiteral("inches")));
    QVERIFY(m_page->valueField()->errorText().isEmpty());
    QTest::keyClick(edit(), Qt::Key_Return); // a question, not a refusal
    QCOMPARE(row("bust_circ").todayText, QStringLiteral("38"));
}

void TestMeasuringPage::pairsAreTypedLeftThenRight()
{
    m_commits.clear();
    m_page->setCurrent(QStringLiteral("shoulder_length"));
    m_page->focusValue();
    type("15");
    QCOMPARE(m_page->current(), QStringLiteral("shoulder_length"));
    QVERIFY(edit(1)->hasFocus());
    type("15.5");
    QCOMPARE(int(m_commits.size()), 2);
    QCOMPARE(m_commits.at(0).side, BodySide::Left);
    QCOMPARE(m_commits.at(1).side, BodySide::Right);
    QCOMPARE(row("shoulder_length").todayText, QStringLiteral("15 | 15.5"));
    QCOMPARE(m_page->current(), QStringLiteral("waist_circ"));
}

void TestMeasuringPage::unitSwitchKeepsWhatIsBeingTyped()
{
    type("38", Qt::Key_unknown);
    m_page->setUnit(LengthUnit::Inch);
    QCOMPARE(edit()->text(), QStringLiteral("38"));
    m_commits.clear();
    type("");
    QCOMPARE(int(m_commits.size()), 1);
    QCOMPARE(m_commits.at(0).unit, AmountUnit::Inch);
    QCOMPARE(m_commits.at(0).amount, 9652);
}

void TestMeasuringPage::unitSwitchConvertsWhatIsStored()
{
    type("50.8");
    m_page->setCurrent(QStringLiteral("neck_circ"));
    m_page->setUnit(LengthUnit::Inch);
    QCOMPARE(edit()->text(), QStringLiteral("20"));
    QCOMPARE(row("neck_circ").todayText, QStringLiteral("20"));
    m_commits.clear();
    type(""); // untouched: what was typed in centimetres stays as it was typed
    QCOMPARE(int(m_commits.size()), 0);
    m_page->setUnit(LengthUnit::Centimetre);
    QCOMPARE(row("neck_circ").todayText, QStringLiteral("50.8"));
}

void TestMeasuringPage::inchesTakeTheShorthandAndTheParts()
{
    m_page->setUnit(LengthUnit::Inch);
    m_commits.clear();
    type("16 4");
    QCOMPARE(m_commits.at(0).amount, 4191);
    type("38", Qt::Key_unknown);
    for (QAbstractButton *b : m_page->valueField()->findChildren<QAbstractButton *>()) {
        if (b->text() == QStringLiteral("½"))
            b->click();
    }
    QCOMPARE(edit()->text(), QStringLiteral("38 1/2"));
}

void TestMeasuringPage::stepsAddHalfACentimetre()
{
    type("41", Qt::Key_unknown);
    for (QAbstractButton *b : m_page->valueField()->findChildren<QAbstractButton *>()) {
        if (b->text().startsWith(QLatin1Char('+')))
            b->click();
    }
    QCOMPARE(edit()->text(), QStringLiteral("41.5"));
}

void TestMeasuringPage::clearingAValueSaysSo()
{
    type("41");
    m_page->setCurrent(QStringLiteral("neck_circ"));
    QSignalSpy cleared(m_page.get(), &MeasuringPage::valueCleared);
    edit()->selectAll();
    QTest::keyClick(edit(), Qt::Key_Delete);
    QTest::keyClick(edit(), Qt::Key_Down);
    QCOMPARE(cleared.count(), 1);
    QCOMPARE(row("neck_circ").state, FieldState::Empty);
}

void TestMeasuringPage::listAndBodyLeadToAField()
{
    QListView *view = m_page->list()->view();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(m_page->current(), QStringLiteral("bust_circ"));
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(edit()->hasFocus());
    Q_EMIT m_page->body()->tapeClicked(QStringLiteral("waist_circ"));
    QCOMPARE(m_page->current(), QStringLiteral("waist_circ"));
    QCOMPARE(m_page->list()->current(), QStringLiteral("waist_circ"));
    QCOMPARE(m_page->body()->current(), QStringLiteral("waist_circ"));
}

void TestMeasuringPage::unreadableTextHoldsThePersonInTheField()
{
    type("4x", Qt::Key_unknown);
    QListView *view = m_page->list()->view();
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(m_page->current(), QStringLiteral("neck_circ"));
    QCOMPARE(m_page->list()->current(), QStringLiteral("neck_circ"));
    QCOMPARE(edit()->text(), QStringLiteral("4x"));
    QVERIFY(!m_page->valueField()->errorText().isEmpty());
}

void TestMeasuringPage::whatCannotBeReadGetsNoTick()
{
    type("41");
    m_page->setCurrent(QStringLiteral("neck_circ"));
    m_page->focusValue();
    QCOMPARE(row("neck_circ").unread, false);
    m_commits.clear();
    type("abc", Qt::Key_unknown); // over the 41 that was read
    QCOMPARE(row("neck_circ").todayText, QStringLiteral("abc"));
    QVERIFY(row("neck_circ").unread);
    QVERIFY(!row("neck_circ").unreadable); // it may become something yet
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Down, Qt::Key_Up}) {
        QTest::keyClick(edit(), key);
        QCOMPARE(m_page->current(), QStringLiteral("neck_circ"));
        QVERIFY(row("neck_circ").unreadable);
        QVERIFY(!m_page->valueField()->errorText().isEmpty());
    }
    QVERIFY(m_commits.empty());
    const auto index = m_page->list()->model()->indexOf(QStringLiteral("neck_circ"));
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("abc cannot be read")));
    QSignalSpy saved(m_page.get(), &MeasuringPage::saveRequested);
    m_page->save();
    QCOMPARE(saved.count(), 0);
    edit()->selectAll();
    type("42");
    QVERIFY(!row("neck_circ").unread);
    QCOMPARE(row("neck_circ").state, FieldState::Measured);
}

void TestMeasuringPage::enterStopsOnlyWhereThereIsWorkLeft()
{
    std::vector<MeasureField> fields = m_page->fields();
    fields[1].today = fields[1].earlier.front().value; // kept from another garment
    fields[1].state = FieldState::Kept;
    m_page->setFields(fields);
    QCOMPARE(m_page->current(), QStringLiteral("neck_circ"));
    type("41");
    QCOMPARE(m_page->current(), QStringLiteral("shoulder_length"));
    QTest::keyClick(edit(), Qt::Key_Up); // the neighbour, kept or not
    QCOMPARE(m_page->current(), QStringLiteral("bust_circ"));
}

void TestMeasuringPage::aFieldIsCarriedToItsPlaceInTheNotebook()
{
    QSignalSpy order(m_page.get(), &MeasuringPage::orderChanged);
    QTest::keyClick(edit(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(order.count(), 0); // not everybody may
    m_page->setReorderable(true);
    QTest::keyClick(edit(), Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(edit(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(order.count(), 2);
    QCOMPARE(order.last().front().toStringList(),
             QStringList({QStringLiteral("bust_circ"), QStringLiteral("shoulder_length"), QStringLiteral("neck_circ"),
                          QStringLiteral("waist_circ")}));
    QCOMPARE(m_page->current(), QStringLiteral("neck_circ"));
    QCOMPARE(row("neck_circ").number, 3);
    QVERIFY(edit()->hasFocus());
    // Dropping a row asks for the same.
    MeasureFieldsModel *model = m_page->list()->model();
    const std::unique_ptr<QMimeData> dragged(model->mimeData({model->indexOf(QStringLiteral("neck_circ"))}));
    QVERIFY(!model->dropMimeData(dragged.get(), Qt::MoveAction, 0, 0, {}));
    QCOMPARE(row("neck_circ").number, 1);
}

void TestMeasuringPage::sectionsAreHeadings()
{
    QVERIFY(row("neck_circ").heading.isEmpty()); // one section is no heading
    std::vector<MeasureField> fields = m_page->fields();
    fields[3].section = QStringLiteral("Trousers");
    m_page->setFields(fields);
    QCOMPARE(row("waist_circ").heading, QStringLiteral("Trousers"));
    m_page->setReorderable(true);
    QSignalSpy order(m_page.get(), &MeasuringPage::orderChanged);
    m_page->setCurrent(QStringLiteral("waist_circ"));
    QTest::keyClick(edit(), Qt::Key_Up, Qt::AltModifier); // a section stays together
    QCOMPARE(order.count(), 0);
}

void TestMeasuringPage::weightsAndWordsAreTypedToo()
{
    MeasureField weight = field("@weight", "Weight", nullptr);
    weight.dimension = MeasurementDimension::Weight;
    MeasureField vents = field("@vents_words", "Vents", nullptr);
    vents.dimension = MeasurementDimension::Words;
    vents.choices = QStringList{QStringLiteral("none"), QStringLiteral("one"), QStringLiteral("two")};
    m_page->setFields({weight, vents, field("neck_circ", "Neck base", nullptr)});
    m_commits.clear();
    type("heavy");
    QVERIFY(m_commits.empty());
    QVERIFY(m_page->valueField()->errorText().contains(QStringLiteral("kg")));
    edit()->selectAll();
    type("82.5");
    QCOMPARE(m_commits.back().amount, 82'500);
    QCOMPARE(row("@weight").todayText, QStringLiteral("82.5 kg")); // among lengths it says what it is
    QCOMPARE(m_page->current(), QStringLiteral("@vents_words"));
    type("four");
    QVERIFY(!m_page->valueField()->errorText().isEmpty());
    edit()->selectAll();
    type("tw"); // first letters are enough
    QCOMPARE(m_commits.back().text, QStringLiteral("two"));
    QCOMPARE(row("@vents_words").todayText, QStringLiteral("two"));
    m_page->setCurrent(QStringLiteral("@vents_words"));
    m_page->focusValue();
    type("1"); // as is its number
    QCOMPARE(m_commits.back().text, QStringLiteral("none"));
    QCOMPARE(m_page->current(), QStringLiteral("neck_circ"));
}

void TestMeasuringPage::theShopsTapeCountsQuarters()
{
    m_page->setUnit(LengthUnit::Inch);
    m_page->setFractionDenominator(4);
    m_commits.clear();
    type("16 2");
    QCOMPARE(m_commits.at(0).amount, 4191);
    QCOMPARE(m_commits.at(0).text, QStringLiteral("16 2"));         // as typed
    QCOMPARE(row("neck_circ").todayText, QStringLiteral("16 1/2")); // and read by everybody
    type("38 6");
    QCOMPARE(int(m_commits.size()), 1);
    QVERIFY(m_page->valueField()->errorText().contains(QStringLiteral("38 3/4")));
}

void TestMeasuringPage::saveReadsTheLastFieldFirst()
{
    m_commits.clear();
    QSignalSpy saved(m_page.get(), &MeasuringPage::saveRequested);
    type("4x", Qt::Key_unknown);
    m_page->save();
    QCOMPARE(saved.count(), 0);
    edit()->clear();
    type("42", Qt::Key_unknown);
    m_page->save();
    QCOMPARE(int(m_commits.size()), 1);
    QCOMPARE(saved.count(), 1);
}

void TestMeasuringPage::theHelperViewIsLeftOnce()
{
    QTest::keyClick(edit(), Qt::Key_F11);
    QVERIFY(!m_page->list()->isVisible());
    QVERIFY(m_page->leaveHelperView());
    QVERIFY(m_page->list()->isVisible());
    QVERIFY(!m_page->leaveHelperView()); // the window goes back then
}

void TestMeasuringPage::choosingGoesBackToTheField()
{
    type("67", Qt::Key_unknown);
    for (const int at : {1, 1, 0, 0}) { // another unit, and the one that is chosen already
        QTest::mouseClick(choice(0)->button(at), Qt::LeftButton);
        QVERIFY(edit()->hasFocus());
        QVERIFY(!edit()->hasSelectedText()); // what is being typed goes on
    }
    QTest::mouseClick(choice(1)->button(2), Qt::LeftButton);
    QVERIFY(edit()->hasFocus());
    auto *garment = m_page->findChild<TemplateButton *>();
    for (const Qt::Key answer : {Qt::Key_Return, Qt::Key_Escape}) {
        garment->setFocus();
        QTest::keyClick(garment, Qt::Key_Space);
        auto *menu = garment->findChild<QMenu *>();
        QVERIFY(menu && menu->isVisible());
        menu->setActiveAction(menu->actions().first());
        QTest::keyClick(menu, answer);
        QTRY_COMPARE(m_page->focusWidget(), edit());
        QTRY_VERIFY(!garment->findChild<QMenu *>());
    }
    QCOMPARE(edit()->text(), QStringLiteral("67"));
}

void TestMeasuringPage::theArrowsGoAlongTheChoices()
{
    m_page->setUnits({LengthUnit::Centimetre, LengthUnit::Millimetre, LengthUnit::Inch});
    QAbstractButton *first = choice(0)->button(0);
    QTRY_VERIFY(first->isVisible());
    QCoreApplication::processEvents();
    first->setFocus(Qt::TabFocusReason);
    QTest::keyClick(first, Qt::Key_Right);
    QVERIFY(choice(0)->button(1)->hasFocus());
    QTest::keyClick(choice(0)->button(1), Qt::Key_Right);
    QCOMPARE(m_page->unit(), LengthUnit::Inch);
    QTest::keyClick(choice(0)->button(2), Qt::Key_Return);
    QVERIFY(edit()->hasFocus());
}

void TestMeasuringPage::figuresTypedAnywhereGoToTheField()
{
    QShortcut search(QKeySequence(Qt::Key_Slash), m_page.get());
    QSignalSpy searched(&search, &QShortcut::activated);
    m_page->setUnit(LengthUnit::Inch);
    QWidget *const places[] = {choice(0)->button(1), m_page->list()->view(), m_page->findChild<TemplateButton *>()};
    for (QWidget *place : places) {
        edit()->clear();
        place->setFocus();
        QVERIFY(place->hasFocus());
        for (const QChar c : QStringLiteral("67 3/4\"")) // each to what has the keyboard then, as a keyboard does
            QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
        QVERIFY(edit()->hasFocus());
        QCOMPARE(edit()->text(), QStringLiteral("67 3/4\""));
        place->setFocus();
        QTest::keyClick(place, '/');
        QVERIFY(edit()->hasFocus());
    }
    QCOMPARE(searched.count(), 0);
    QTest::keyClick(m_page->list()->view(), 'x'); // a letter is no figure
    QVERIFY(!edit()->text().contains(u'x'));
}

void TestMeasuringPage::theWholeNameIsRead()
{
    const QString name = QStringLiteral("Oluwaseun Adebayo-Okonkwo");
    m_page->setClient(name, QStringLiteral("1319"));
    m_page->setUnits({LengthUnit::Centimetre, LengthUnit::Millimetre, LengthUnit::Inch});
    const QString draft = QStringLiteral("Draft of Wednesday 25 November, 14:02, not saved yet, kept on this computer");
    m_page->setDraftState(draft);
    QCoreApplication::processEvents();
    for (const Label *label : m_page->findChildren<Label *>()) {
        if (label->text() == name)
            QVERIFY(label->width() >= label->sizeHint().width());
        if (label->text() == draft)
            QVERIFY(label->width() < label->sizeHint().width());
    }
}

void TestMeasuringPage::everyControlHasAName()
{
    int seen = 0;
    for (QWidget *w : m_page->findChildren<QWidget *>()) {
        const auto *button = qobject_cast<QAbstractButton *>(w);
        const bool control =
            button || qobject_cast<BigEdit *>(w) || qobject_cast<QListView *>(w) || qobject_cast<BodyView *>(w);
        if (!control)
            continue;
        ++seen;
        QVERIFY2(!w->accessibleName().isEmpty() || (button && !button->text().isEmpty()), w->metaObject()->className());
    }
    QVERIFY(seen > 12);
}

QTEST_MAIN(TestMeasuringPage)
#include "tst_measuring_page.moc"
