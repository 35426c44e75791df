// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/measurements/measurement_service.h"
#include "core/measurements/template_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/measurements/big_edit.h"
#include "ui/measurements/doubt_box.h"
#include "ui/measurements/field_panel.h"
#include "ui/measurements/measure_list.h"
#include "ui/measurements/measuring_page.h"
#include "ui/measurements/measuring_screen.h"
#include "ui/measurements/value_field.h"
#include "ui/widgets/label.h"

#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! A visit from beginning to end without a mouse, in every size of window and text, also mirrored.
class TestMeasuringStory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void cleanup();
    void aSecondGarmentIsMeasured_data();
    void aSecondGarmentIsMeasured();
    void twoPeopleMeasure_data() { aSecondGarmentIsMeasured_data(); }
    void twoPeopleMeasure();

private:
    void open();
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const char *text);
    QString squeezed();
    MeasuringPage *page() const { return m_screen->page(); }
    TemplateId templateOf(const char *garment);

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<MeasuringScreen> m_screen;
    std::optional<ClientId> m_client;
};

void TestMeasuringStory::aSecondGarmentIsMeasured_data()
{
    QTest::addColumn<QSize>("window");
    QTest::addColumn<int>("percent");
    QTest::addColumn<bool>("mirrored");
    for (const QSize size : {QSize(1366, 768), QSize(1024, 540)}) {
        for (const int percent : {100, 130}) {
            for (const bool mirrored : {false, true})
                QTest::addRow("%d×%d at %d %%%s", size.width(), size.height(), percent, mirrored ? ", mirrored" : "")
                    << size << percent << mirrored;
        }
    }
}

void TestMeasuringStory::cleanup()
{
    m_screen.reset();
    m_shop.reset();
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    Theme::instance().setTextSizePercent(100);
}

TemplateId TestMeasuringStory::templateOf(const char *garment)
{
    const auto all = TemplateService(*m_shop->shop.session, *m_shop->shop.door).all().value();
    return std::ranges::find(all, QString::fromLatin1(garment), &MeasurementTemplate::garmentType)->id;
}

void TestMeasuringStory::open()
{
    QFETCH(QSize, window);
    QFETCH(int, percent);
    QFETCH(bool, mirrored);
    QGuiApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    Theme::instance().setTextSizePercent(percent);
    m_shop = std::make_unique<test::CounterShop>();
    QVERIFY(changes::await(TemplateService(*m_shop->shop.session, *m_shop->shop.door).installMissing()));
    ClientDraft man;
    man.name = QStringLiteral("Oluwaseun Adebayo-Okonkwo");
    man.gender = GenderForFit::Male;
    m_client = changes::await(ClientService(*m_shop->shop.session, *m_shop->shop.door).add(man)).value();
    m_screen = std::make_unique<MeasuringScreen>(*m_shop->desk);
    m_screen->resize(window.width() - (window.width() < 1200 ? 56 : 168), window.height() - 56); // beside the frame
    m_screen->show();
    m_screen->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
}

void TestMeasuringStory::press(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
}

void TestMeasuringStory::type(const char *text)
{
    for (const char *c = text; *c; ++c)
        QTest::keyClick(QApplication::focusWidget(), *c);
    press(Qt::Key_Return);
}

QString TestMeasuringStory::squeezed()
{
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents();
    return test::squeezed(*m_screen).join(u'\n');
}

void TestMeasuringStory::aSecondGarmentIsMeasured()
{
    open();
    MeasurementDraft shirt{*m_client, templateOf("shirt"), SetKind::Body, {}};
    for (const auto &[code, text] :
         {std::pair{"height", "178"}, {"neck_circ", "41"}, {"bust_circ", "98.5"}, {"waist_circ", "86"}})
        shirt.values.push_back(MeasuredValue::parse(QString::fromLatin1(code), Side::Both, QString::fromLatin1(text),
                                                    LengthUnit::Centimetre)
                                   .value());
    shirt.takenAt = m_shop->shop.clock.now().plusMsecs(-86'400'000LL * 30);
    MeasurementService service(*m_shop->shop.session, *m_shop->shop.door);
    QVERIFY(changes::await(service.save(shirt)));

    m_screen->measure(*m_client, templateOf("jacket"));
    QCOMPARE(page()->current(), QStringLiteral("@weight")); // the height is kept from the shirt
    const auto labels = m_screen->findChild<FieldPanel *>()->findChildren<Label *>();
    QVERIFY(std::ranges::any_of(labels, [](const Label *label) { // where Enter leads to
        return label->text() == QStringLiteral("Stomach (fullest) · Hip / seat");
    }));
    QCOMPARE(squeezed(), QString());
    type("82");
    QCOMPARE(page()->current(), QStringLiteral("@stomach")); // neck, chest and waist too
    type("eighty");
    QVERIFY(!page()->valueField()->errorText().isEmpty());
    QCOMPARE(squeezed(), QString());
    press(Qt::Key_A, Qt::ControlModifier);
    type("90");
    QCOMPARE(page()->current(), QStringLiteral("hip_circ"));
    type("40"); // inches
    QVERIFY(m_screen->findChild<DoubtBox *>());
    QCOMPARE(squeezed(), QString());
    type(""); // Enter is no answer
    QCOMPARE(page()->current(), QStringLiteral("hip_circ"));
    press(Qt::Key_Plus);
    QCOMPARE(page()->current(), QStringLiteral("across_back_b"));
    QCOMPARE(squeezed(), QString());
    QSignalSpy left(&m_shop->desk->navigation(), &Navigation::backRequested);
    QVERIFY(m_screen->handle(ActionId::Save)); // says what is still needed
    QVERIFY(m_screen->handle(ActionId::Save));
    QTRY_COMPARE(left.count(), 1);
    const auto set = service.setsOf(*m_client)->front();
    QCOMPARE(set.values.size(), size_t(7));
    QCOMPARE(set.carried.size(), size_t(4));
    // Once more, and this time the waist is another one, with two pieces made by the first.
    orders::PieceDraft jacket = m_shop->piece(QStringLiteral("Double-breasted jacket"), 450'000);
    jacket.measurementSet = set.id;
    m_shop->book(m_client, {jacket, jacket});
    m_screen->measure(*m_client, templateOf("jacket"));
    page()->setCurrent(QStringLiteral("waist_circ"));
    page()->focusValue();
    type("88.5");
    QVERIFY(m_screen->handle(ActionId::Save)); // says what is still needed
    QVERIFY(m_screen->handle(ActionId::Save));
    QTRY_VERIFY(m_screen->findChild<ReasonBox *>() && m_screen->findChild<ReasonBox *>()->isVisible());
    QVERIFY(m_screen->findChild<ReasonBox *>()->sentence().contains(QStringLiteral("2 pieces")));
    QCOMPARE(squeezed(), QString());
    const QWidget *panel = m_screen->findChild<FieldPanel *>(); // nothing pushes it over the list
    const QWidget *list = page()->list();
    QVERIFY(!QRect(panel->pos(), panel->size()).intersects(QRect(list->pos(), list->size())));
    const auto words = m_screen->findChild<ReasonBox *>()->findChildren<Label *>();
    for (const Label *label : words)
        QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    press(Qt::Key_Space);
    QTRY_COMPARE(left.count(), 2);
    QCOMPARE(service.setsOf(*m_client)->front().changeReason, std::optional(ChangeReason::BodyChanged));
}

void TestMeasuringStory::twoPeopleMeasure()
{
    open();
    m_screen->measure(*m_client, templateOf("trousers"));
    press(Qt::Key_F11);
    QCOMPARE(squeezed(), QString());
    // What has to be read from where the tape is: the value, its name, and what comes next.
    const auto edits = m_screen->findChildren<BigEdit *>();
    QVERIFY(QFontInfo(edits.front()->font()).pixelSize() >= Theme::instance().px(40));
    int large = 0;
    const auto labels = m_screen->findChild<FieldPanel *>()->findChildren<Label *>();
    for (const Label *label : labels)
        large += label->isVisible() && QFontInfo(label->font()).pixelSize() >= Theme::instance().px(28);
    QCOMPARE(large, 2);
    type("178");
    QCOMPARE(page()->current(), QStringLiteral("waist_circ"));
    QVERIFY(m_screen->stepBack()); // Escape
    QCOMPARE(squeezed(), QString());
}

QTEST_MAIN(TestMeasuringStory)
#include "tst_measuring_story.moc"
