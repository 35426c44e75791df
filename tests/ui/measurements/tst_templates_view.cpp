// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/measured_value.h"
#include "core/measurements/template_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/measurements/template_field_form.h"
#include "ui/measurements/template_rows.h"
#include "ui/measurements/templates_view.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/segmented.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! The shop's templates by keyboard over a real file.
class TestTemplatesView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init();
    void cleanup();
    void aCopyIsNamedAndTakesFieldsOfItsOwn();
    void theFieldIsCarriedByKeyAndByDrag();
    void whatAFieldIsIsWrittenAtOnceAndUndone();
    void whatIsBeingTypedStaysWhileTheRestIsWritten();
    void aKnownNameIsTheKnownField();
    void removedComesBack();
    void theModelsKeepTheRules();
    void everyControlHasAName();
    void nothingIsSqueezed();
    void pictures();

private:
    TemplateService service() { return {*m_shop->shop.session, *m_shop->shop.door}; }
    MeasurementTemplate called(const char *name);
    bool isThere(const char *name);
    void show(const char *name);
    QLineEdit *edit(const char *name) const;
    ListView *list(const char *name) const;
    QAbstractButton *button(const char *text) const;
    void type(QLineEdit *where, const char *text);

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<TemplatesView> m_view;
};

void TestTemplatesView::init()
{
    m_shop = std::make_unique<test::CounterShop>();
    QVERIFY(changes::await(service().installMissing()));
    m_view = std::make_unique<TemplatesView>(*m_shop->desk);
    m_view->resize(1198, 712);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    show("Jacket");
}

void TestTemplatesView::cleanup()
{
    m_view.reset();
    m_shop.reset();
}

MeasurementTemplate TestTemplatesView::called(const char *name)
{
    const auto all = service().all().value();
    const auto found = std::ranges::find(all, QString::fromLatin1(name), &MeasurementTemplate::name);
    if (found == all.end())
        qFatal("no template %s", name);
    return *found;
}

bool TestTemplatesView::isThere(const char *name)
{
    return std::ranges::count(service().all().value(), QString::fromLatin1(name), &MeasurementTemplate::name) == 1;
}

void TestTemplatesView::show(const char *name)
{
    m_view->showTemplate(called(name).id);
    m_view->arrive();
}

QLineEdit *TestTemplatesView::edit(const char *name) const
{
    const auto all = m_view->findChildren<QLineEdit *>();
    for (QLineEdit *each : all) {
        if (each->accessibleName() == QLatin1String(name))
            return each;
    }
    qFatal("no input %s", name);
}

ListView *TestTemplatesView::list(const char *name) const
{
    const auto all = m_view->findChildren<ListView *>();
    for (ListView *each : all) {
        if (each->accessibleName().startsWith(QLatin1String(name)))
            return each;
    }
    qFatal("no list %s", name);
}

QAbstractButton *TestTemplatesView::button(const char *text) const
{
    const auto all = m_view->findChildren<QAbstractButton *>();
    for (QAbstractButton *each : all) {
        if (each->text() == QLatin1String(text))
            return each;
    }
    qFatal("no button %s", text);
}

void TestTemplatesView::type(QLineEdit *where, const char *text)
{
    where->setFocus();
    where->selectAll();
    QTest::keyClicks(where, QString::fromLatin1(text));
    QTest::keyClick(where, Qt::Key_Return);
}

void TestTemplatesView::aCopyIsNamedAndTakesFieldsOfItsOwn()
{
    button("New, as a copy")->click();
    QTRY_VERIFY(edit("Template")->hasFocus());
    type(edit("Template"), "Frock coat");
    QTRY_VERIFY(isThere("Frock coat"));
    QCOMPARE(called("Frock coat").fields, called("Jacket").fields);
    QVERIFY(!called("Frock coat").builtin);

    auto *kind = m_view->findChild<Segmented *>();
    kind->setCurrentIndex(2); // words
    type(edit("Add a field, known or your own"), "Vents");
    QTRY_COMPARE(called("Frock coat").fields.size(), called("Jacket").fields.size() + 1);
    type(edit("Choices, with commas"), "none, one , two,one");
    const auto vents = [this] {
        const auto fields = called("Frock coat").fields;
        return *std::ranges::find(fields, QStringLiteral("Vents"), &TemplateField::label);
    };
    QTRY_COMPARE(vents().choices, QStringList({QStringLiteral("none"), QStringLiteral("one"), QStringLiteral("two")}));
    QCOMPARE(dimensionOf(vents().code), MeasurementDimension::Words);
    QCOMPARE(vents().kind, MeasurementKind::Finished);
    QTest::mouseClick(button("Needed"), Qt::LeftButton, {}, QPoint(10, 10));
    QTRY_VERIFY(vents().required);
}

void TestTemplatesView::theFieldIsCarriedByKeyAndByDrag()
{
    ListView *fields = list("Fields");
    QVERIFY(fields->hasFocus());
    const QString first = called("Jacket").fields[0].code;
    QTest::keyClick(fields, Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(called("Jacket").fields[1].code, first);
    QCOMPARE(fields->currentIndex().row(), 1); // the row stays in hand
    QTest::keyClick(fields, Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(called("Jacket").fields[2].code, first);
    const std::unique_ptr<QMimeData> dragged(fields->model()->mimeData({fields->currentIndex()}));
    fields->model()->dropMimeData(dragged.get(), Qt::MoveAction, 0, 0, {});
    QTRY_COMPARE(called("Jacket").fields[0].code, first);
}

void TestTemplatesView::whatAFieldIsIsWrittenAtOnceAndUndone()
{
    QTest::mouseClick(button("Left and right apart"), Qt::LeftButton, {}, QPoint(10, 10));
    QTRY_VERIFY(called("Jacket").fields[0].sides);
    type(edit("Name in this shop"), "Body height");
    QTRY_COMPARE(called("Jacket").fields[0].label, QStringLiteral("Body height"));
    QVERIFY(changes::await(m_shop->shop.door->undo()));
    QTRY_COMPARE(edit("Name in this shop")->text(), QString()); // the screen follows
    QVERIFY(called("Jacket").fields[0].sides);
}

void TestTemplatesView::whatIsBeingTypedStaysWhileTheRestIsWritten()
{
    m_view->findChild<Segmented *>()->setCurrentIndex(2); // words
    type(edit("Add a field, known or your own"), "Vents");
    QTRY_COMPARE(called("Jacket").fields.back().label, QStringLiteral("Vents"));
    QCoreApplication::processEvents();
    edit("Section")->setFocus();
    edit("Section")->selectAll();
    QTest::keyClicks(edit("Section"), QStringLiteral("Style"));
    QLineEdit *choices = edit("Choices, with commas");
    choices->setFocus(); // the section is on its way to the disk
    QTest::keyClicks(choices, QStringLiteral("none, o"));
    QTRY_COMPARE(called("Jacket").fields.back().section, QStringLiteral("Style"));
    QTest::qWait(50);
    QCOMPARE(choices->text(), QStringLiteral("none, o"));
    QTest::keyClicks(choices, QStringLiteral("ne"));
    QTest::keyClick(choices, Qt::Key_Return);
    QTRY_COMPARE(called("Jacket").fields.back().choices.size(), 2);
}

void TestTemplatesView::aKnownNameIsTheKnownField()
{
    show("Waistcoat");
    const auto before = called("Waistcoat").fields.size();
    type(edit("Add a field, known or your own"), "round sleeve");
    QTRY_COMPARE(called("Waistcoat").fields.size(), before + 1);
    const auto fields = called("Waistcoat").fields;
    const auto added = std::ranges::find(fields, QStringLiteral("arm_upper_circ"), &TemplateField::code);
    QVERIFY(added != fields.end());
    QCOMPARE(added->label, QStringLiteral("round sleeve")); // what the shop calls it
    QVERIFY(added + 1 != fields.end());                     // among the body's, before the finished sizes
    type(edit("Add a field, known or your own"), "round sleeve");
    QTest::qWait(50);
    QCOMPARE(called("Waistcoat").fields.size(), before + 1);
}

void TestTemplatesView::removedComesBack()
{
    QVERIFY(!button("Remove this template")->isVisible()); // every shop has it
    button("New, as a copy")->click();
    QTRY_VERIFY(edit("Template")->hasFocus());
    QVERIFY(button("Remove this template")->isVisible());
    const auto count = service().all()->size();
    button("Remove this template")->click();
    QTRY_COMPARE(service().all()->size(), count - 1);
    QVERIFY(changes::await(m_shop->shop.door->undo()));
    QTRY_COMPARE(list("Templates")->model()->rowCount(), int(count));
}

void TestTemplatesView::theModelsKeepTheRules()
{
    TemplatesModel templates;
    TemplateFieldsModel fields;
    QAbstractItemModelTester one(&templates, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester two(&fields, QAbstractItemModelTester::FailureReportingMode::QtTest);
    templates.setTemplates(service().all().value());
    auto some = called("Jacket").fields;
    fields.setFields(some);
    some[2].required = true;
    QSignalSpy changed(&fields, &QAbstractItemModel::dataChanged);
    fields.setFields(some);
    QCOMPARE(changed.count(), 1);
    QVERIFY(fields.index(2).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("needed")));
    some.pop_back();
    fields.setFields(some);
    templates.setTemplates({});
    QCOMPARE(templates.rowCount(), 0);
}

void TestTemplatesView::everyControlHasAName()
{
    const QStringList nameless = test::nameless(*m_view);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void TestTemplatesView::nothingIsSqueezed()
{
    for (const int percent : {100, 130}) {
        Theme::instance().setTextSizePercent(percent);
        for (const QSize size : {QSize(1198, 712), QSize(968, 484)}) {
            m_view->resize(size);
            for (int i = 0; i < 5; ++i)
                QCoreApplication::processEvents();
            QCOMPARE(test::squeezed(*m_view), QStringList());
        }
    }
    Theme::instance().setTextSizePercent(100);
}

void TestTemplatesView::pictures()
{
    if (!test::takePictures(*m_view, QStringLiteral("templates")))
        QSKIP("pictures are for the eye: THIMBLELY_SHOW_PAGES is not set");
}

QTEST_MAIN(TestTemplatesView)
#include "tst_templates_view.moc"
