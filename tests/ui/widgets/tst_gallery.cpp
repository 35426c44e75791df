// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/label.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/nav.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/section_head.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/stitch_line.h"
#include "ui/widgets/toast.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScopeGuard>
#include <QStandardItemModel>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

namespace {

Currency naira() { return Currency::parse(QStringLiteral("NGN")).value(); }
Money amount(qint64 whole) { return {whole * 100, naira()}; }

void addClient(QStandardItemModel *model, const char *name, const char *phone, Status status, const char *word,
               const char *owes = "")
{
    auto *item = new QStandardItem(QString::fromUtf8(name));
    item->setData(QString::fromUtf8(phone), ListRowDelegate::SecondLine);
    item->setData(int(status), ListRowDelegate::StatusRole);
    item->setData(QString::fromUtf8(word), ListRowDelegate::StatusWord);
    item->setData(QString::fromUtf8(owes), ListRowDelegate::Amount);
    model->appendRow(item);
}

//! The frame with every widget in it, laid out as the clients' and the counter's panes are.
class Gallery : public QWidget {
public:
    Gallery()
    {
        auto *nav = buildNav();
        auto *all = row(this, 0);
        all->addWidget(nav);
        auto *right = column(nullptr, 0);
        all->addLayout(right, 1);
        right->addWidget(buildTop());
        auto *panes = row(nullptr, 0);
        right->addLayout(panes, 1);
        panes->addWidget(buildList());
        panes->addWidget(buildMiddle(), 1);
        panes->addWidget(buildTicket());
        m_toasts = new ToastHost(this);
    }
    ToastHost *toasts() { return m_toasts; }
    NavBar *nav() { return m_nav; }
    SearchField *search() { return m_search; }
    QLineEdit *given() { return m_given; }

private:
    static QString s(const char *text) { return QString::fromUtf8(text); }

    QWidget *buildNav()
    {
        m_nav = new NavBar(this);
        m_nav->addScreen("i-today", s("Today"));
        m_nav->addScreen("i-counter", s("Counter"), s("F2"));
        m_nav->addScreen("i-pickup", s("Pick up"), s("F6"));
        m_nav->addScreen("i-workroom", s("Workroom"));
        m_nav->addScreen("i-clients", s("Clients"));
        m_nav->addScreen("i-stock", s("Stock"));
        m_nav->addScreen("i-money", s("Money"));
        m_nav->addSeparator();
        m_nav->addEntry("i-more", s("More"));
        auto *keys = new QAction(s("All keys"), this);
        keys->setShortcut(Qt::Key_F1);
        m_nav->setAllKeysAction(keys);
        m_nav->setCurrentIndex(4);
        return m_nav;
    }

    QWidget *buildTop()
    {
        auto *top = new Pane(Role::Window, Pane::Edge::Bottom, this);
        top->setFixedHeight(metric::Top);
        auto *line = row(top, 8, {16, 0, 16, 0});
        m_search = new SearchField(top);
        m_search->setShortcutCaption(s("Ctrl+K"));
        line->addWidget(m_search);
        line->addStretch(1);
        auto *hide = new FlatButton(s("Hide money"), top);
        hide->setIconName("i-eye");
        line->addWidget(hide);
        auto *who = new FlatButton(s("Amina"), top);
        who->setFace(s("AM"));
        who->setTrailingIconName("i-down");
        line->addWidget(who);
        return top;
    }

    QWidget *buildList()
    {
        auto *pane = new Pane(Role::Window, Pane::Edge::Trailing, this);
        pane->setFixedWidth(320);
        auto *inside = column(pane, 0);
        auto *head = new SectionHead(s("Clients"), pane, SectionHead::Level::Pane);
        head->setRemark(s("412"));
        auto *sort = new FlatButton(s("Name"), head);
        sort->setIconName("i-sort");
        head->addAction(sort);
        auto *headRow = row(nullptr, 0, {16, 0, 16, 0});
        headRow->addWidget(head);
        inside->addLayout(headRow);
        auto *filter = new Segmented(s("Show"), pane);
        filter->setSmall(true);
        for (const char *each : {"All", "At work", "Owing", "Birthday"})
            filter->addSegment(s(each));
        auto *filterRow = row(nullptr, 0, {16, 0, 16, 12});
        filterRow->addWidget(filter);
        inside->addLayout(filterRow);
        inside->addWidget(new Separator(Qt::Horizontal, pane));

        auto *model = new QStandardItemModel(pane);
        addClient(model, "Folake Ade", "0805 220 1897", Status::Fitting, "Fitting 11:30");
        addClient(model, "Yetunde Balogun", "0812 704 6630", Status::Waiting, "Waiting 2 d", "Owes 3,500");
        addClient(model, "Adunni Bello", "0803 555 4471", Status::InWork, "3 at work", "Owes 4,000");
        addClient(model, "Emeka Eze", "0809 118 2045", Status::Ready, "Ready 31 d");
        addClient(model, "Ibrahim Musa", "0703 902 5514", Status::Today, "Today 15:30");
        addClient(model, "Kemi Lawal with a name that is longer than the row", "0802 661 9370", Status::Late,
                  "Late 2 d");
        addClient(model, "Uche Nwosu", "0810 377 6082", Status::Collected, "Collected Tue");
        m_list = new ListView(s("Clients"), Role::Window, pane);
        m_list->setModel(model);
        m_list->setItemDelegate(new ListRowDelegate(m_list));
        m_list->setCurrentIndex(model->index(2, 0));
        inside->addWidget(m_list, 1);
        return pane;
    }

    QWidget *buildMiddle()
    {
        auto *pane = new Pane(Role::Surface, Pane::Edge::None, this);
        auto *inside = column(pane, 8, {16, 8, 16, 16});
        auto *buttons = row(nullptr, 12);
        auto *message = new PlainButton(s("Message"), pane);
        message->setIconName("i-msg");
        auto *measure = new PlainButton(s("Measure"), pane);
        measure->setIconName("i-tape");
        measure->setCaption(s("F4"));
        auto *order = new PrimaryButton(s("New order"), pane);
        order->setIconName("i-plus");
        order->setCaption(s("F2"));
        buttons->addWidget(message);
        buttons->addWidget(measure);
        buttons->addWidget(order);
        buttons->addStretch(1);
        inside->addLayout(buttons);

        auto *notes = new SectionHead(s("Fit notes"), pane);
        auto *note = new FlatButton(s("Note"), notes);
        note->setIconName("i-plus");
        note->setButtonSize(Button::Size::Small);
        notes->addAction(note);
        inside->addWidget(notes);
        auto *tags = row();
        tags->addWidget(new Chip(s("Right shoulder low"), pane));
        tags->addWidget(new Chip(s("Left sleeve +1.2"), pane));
        tags->addStretch(1);
        inside->addLayout(tags);
        const std::pair<Status, const char *> chips[] = {
            {Status::Late, "Late 2 d"},           {Status::Today, "Today 17:00"},
            {Status::InWork, "In work, Sat 28"},  {Status::Fitting, "Fitting 2, Thu 15:00"},
            {Status::Waiting, "Waiting 3 d"},     {Status::Ready, "Ready, rail C4"},
            {Status::Collected, "Collected Tue"}};
        auto *first = row();
        auto *second = row();
        int i = 0;
        for (const auto &[status, word] : chips)
            (i++ < 4 ? first : second)->addWidget(new Chip(status, s(word), pane));
        first->addStretch(1);
        second->addStretch(1);
        inside->addLayout(first);
        inside->addLayout(second);

        auto *fields = row(nullptr, 16);
        auto *phone = new FieldEdit(s("Who"), pane);
        phone->setText(s("0803 555 4471"));
        phone->setHint(s("new number = new client"));
        auto *wrong = new FieldEdit(s("Chest"), pane);
        wrong->setText(s("8400"));
        wrong->setError(s("Nobody measures 84 m"));
        fields->addWidget(phone, 0, Qt::AlignTop);
        fields->addWidget(wrong, 0, Qt::AlignTop);
        inside->addLayout(fields);

        auto *checks = row(nullptr, 16);
        auto *seen = new QCheckBox(s("Ticket seen"), pane);
        seen->setChecked(true);
        checks->addWidget(seen);
        checks->addWidget(new QCheckBox(s("Rush"), pane));
        auto *body = new QRadioButton(s("Body changed"), pane);
        body->setChecked(true);
        checks->addWidget(body);
        auto *kind = new QComboBox(pane);
        kind->setAccessibleName(s("Garment"));
        kind->addItems({s("Trousers"), s("Jacket")});
        checks->addWidget(kind);
        checks->addWidget(new KeyCap(s("+"), pane));
        checks->addWidget(new KeyCap(s("Ctrl+K"), pane));
        checks->addStretch(1);
        inside->addLayout(checks);
        auto *off = row(nullptr, 12);
        auto *disabled = new PlainButton(s("Photo"), pane);
        disabled->setIconName("i-photo");
        disabled->setEnabled(false);
        auto *disabledPrimary = new PrimaryButton(s("Save"), pane);
        disabledPrimary->setEnabled(false);
        off->addWidget(disabled);
        off->addWidget(disabledPrimary);
        off->addStretch(1);
        inside->addLayout(off);
        auto *empty = new EmptyState("g-jacket", s("No orders yet. The first one takes a minute."),
                                     s("New order"), pane);
        inside->addWidget(empty, 1);
        return pane;
    }

    QWidget *buildTicket()
    {
        auto *pane = new Pane(Role::Window, Pane::Edge::Leading, this);
        pane->setFixedWidth(Theme::instance().px(300));
        auto *inside = column(pane, 12, {16, 16, 16, 16});
        const auto sum = [&](const char *name, qint64 whole) {
            auto *line = row();
            line->addWidget(new Label(TextStyle::Body, Role::Text, s(name), pane));
            line->addStretch(1);
            auto *figure = new AmountLabel(TextStyle::Body, Role::Text, pane);
            figure->setAmount(amount(whole));
            line->addWidget(figure);
            inside->addLayout(line);
        };
        sum("Subtotal", 12000);
        sum("Discount", 0);
        inside->addWidget(new StitchLine(pane));
        auto *total = row();
        total->addWidget(new Label(TextStyle::InputStrong, Role::Text, s("Total"), pane), 0, Qt::AlignBottom);
        total->addStretch(1);
        auto *figure = new AmountLabel(TextStyle::Total, Role::Text, pane);
        figure->setSymbolShown(true);
        figure->setAmount(amount(12000));
        total->addWidget(figure);
        inside->addLayout(total);
        auto *given = row();
        given->addWidget(new Label(TextStyle::Body, Role::Text, s("Given"), pane));
        given->addStretch(1);
        auto *edit = new MoneyEdit(naira(), pane);
        edit->setAccessibleName(s("Given"));
        edit->setValue(amount(10000));
        m_given = edit;
        given->addWidget(edit);
        inside->addLayout(given);
        auto *pay = new Segmented(s("Pay with"), pane);
        for (const char *each : {"Cash", "Card", "Transfer", "OPay"})
            pay->addSegment(s(each));
        inside->addWidget(pay);
        auto *take = new PrimaryButton(s("Take 6,000 + print"), pane);
        take->setButtonSize(Button::Size::Pay);
        take->setCaption(s("F9"));
        inside->addWidget(take);
        auto *notes = new QPlainTextEdit(pane);
        notes->setAccessibleName(s("Note to the workroom"));
        notes->setPlaceholderText(s("Note to the workroom"));
        notes->setMaximumHeight(80);
        inside->addWidget(notes);
        inside->addStretch(1);
        return pane;
    }

    NavBar *m_nav = nullptr;
    SearchField *m_search = nullptr;
    ListView *m_list = nullptr;
    QLineEdit *m_given = nullptr;
    ToastHost *m_toasts = nullptr;
};

bool needsName(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::List:
    case QAccessible::Slider:
    case QAccessible::SpinBox: return true;
    default: return false;
    }
}

void collectNameless(QAccessibleInterface *from, QStringList *nameless, int *controls)
{
    if (!from || from->state().invisible)
        return;
    if (needsName(from->role())) {
        ++*controls;
        if (from->text(QAccessible::Name).isEmpty())
            nameless->append(QString::fromLatin1(from->object() ? from->object()->metaObject()->className() : "?"));
    }
    for (int i = 0; i < from->childCount(); ++i)
        collectNameless(from->child(i), nameless, controls);
}

} // namespace

class TestGallery : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::Nigeria));
        Theme::instance().install();
        QVERIFY(QDir().mkpath(folder()));
    }
    void cleanup()
    {
        Theme::instance().setTextSizePercent(100);
        Theme::instance().setScheme(Scheme::Light);
        qApp->setLayoutDirection(Qt::LeftToRight);
    }

    void drawn_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("percent");
        QTest::addColumn<bool>("mirrored");
        for (const bool dark : {false, true}) {
            for (const int percent : {100, 115, 130}) {
                for (const bool mirrored : {false, true})
                    QTest::addRow("%s-%d-%s", dark ? "dark" : "light", percent, mirrored ? "rtl" : "ltr")
                        << dark << percent << mirrored;
            }
        }
    }
    //! Draws the gallery for the eye and holds that no word is cut and no control too small for a finger.
    void drawn()
    {
        QFETCH(bool, dark);
        QFETCH(int, percent);
        QFETCH(bool, mirrored);
        Theme &theme = Theme::instance();
        theme.setScheme(dark ? Scheme::Dark : Scheme::Light);
        theme.setTextSizePercent(percent);
        qApp->setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        Gallery gallery;
        gallery.resize(1366, 768);
        gallery.show();
        gallery.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&gallery));
        gallery.given()->setFocus(Qt::TabFocusReason);
        gallery.toasts()->showUndo(QStringLiteral("Order 1042 parked"), [] {});
        QTest::qWait(20);
        QVERIFY(gallery.grab().save(folder() + QLatin1String(QTest::currentDataTag()) + QStringLiteral(".png")));

        const auto widgets = gallery.findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (!widget->isVisible() || widget->size().isEmpty())
                continue;
            const auto *label = qobject_cast<const QLabel *>(widget);
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            if (!label && !button)
                continue;
            const QString words = label ? label->text() : button->text();
            const QSize least = widget->minimumSizeHint();
            QVERIFY2(widget->width() >= least.width() && widget->height() >= least.height(),
                     qPrintable(QStringLiteral("\"%1\" has %2x%3 and needs %4x%5")
                                    .arg(words)
                                    .arg(widget->width())
                                    .arg(widget->height())
                                    .arg(least.width())
                                    .arg(least.height())));
            if (button)
                QVERIFY2(widget->height() >= 36, qPrintable(words));
        }
    }

    void otherScriptsAreNotCut_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("arabic") << QStringLiteral("ar_EG")
                                << QStringList{QStringLiteral("الاستقبال"), QStringLiteral("إخفاء المبالغ"),
                                               QStringLiteral("احفظ نسخة جديدة"), QStringLiteral("جاهز، رف C4"),
                                               QStringLiteral("ت. بيلو، رقم 318")};
        QTest::newRow("hindi") << QStringLiteral("hi_IN")
                               << QStringList{QStringLiteral("काउंटर"), QStringLiteral("राशि छिपाएँ"),
                                              QStringLiteral("नया संस्करण सहेजें"), QStringLiteral("तैयार, रेल C4"),
                                              QStringLiteral("श्रीमती बेलो, क्रमांक ३१८")};
    }
    //! The tall scripts at the largest text, in every place that has a fixed height.
    void otherScriptsAreNotCut()
    {
        QFETCH(QString, locale);
        QFETCH(QStringList, words);
        const QLocale before;
        QLocale::setDefault(QLocale(locale));
        const auto restore = qScopeGuard([&] { QLocale::setDefault(before); });
        Theme::instance().setTextSizePercent(130);
        qApp->setLayoutDirection(QLocale().textDirection());

        QWidget window;
        auto *all = column(&window, 8, {16, 16, 16, 16});
        auto *nav = new NavButton("i-counter", words.at(0), QStringLiteral("F2"), &window);
        nav->setChecked(true);
        all->addWidget(nav);
        auto *flat = new FlatButton(words.at(1), &window);
        flat->setIconName("i-eye");
        all->addWidget(flat);
        auto *save = new PrimaryButton(words.at(2), &window);
        save->setCaption(QStringLiteral("Ctrl+S"));
        all->addWidget(save);
        auto *choice = new Segmented(words.at(0), &window);
        choice->setSmall(true);
        for (int i = 0; i < 3; ++i)
            choice->addSegment(words.at(i));
        all->addWidget(choice);
        auto *chip = new Chip(Status::Ready, words.at(3), &window);
        all->addWidget(chip);
        auto *field = new FieldEdit(words.at(0), &window);
        field->setText(words.at(4));
        field->setError(words.at(1));
        all->addWidget(field);
        auto *list = new ListView(words.at(0), Role::Window, &window);
        auto *model = new QStandardItemModel(list);
        addClient(model, words.at(4).toUtf8().constData(), "0803 555 4471", Status::Ready,
                  words.at(3).toUtf8().constData(), "4,000");
        list->setModel(model);
        list->setItemDelegate(new ListRowDelegate(list));
        list->setFixedHeight(80);
        all->addWidget(list);
        all->addStretch(1);
        window.resize(520, 560);
        window.show();
        QTest::qWait(10);
        QVERIFY(window.grab().save(folder() + QLatin1String(QTest::currentDataTag()) + QStringLiteral(".png")));

        const auto inked = [](TextStyle style, const QString &text) {
            return QFontMetrics(Theme::instance().font(style)).tightBoundingRect(text).height();
        };
        QVERIFY(inked(TextStyle::BodyStrong, words.at(0)) + 4 <= nav->height());
        QVERIFY(inked(TextStyle::BodyStrong, words.at(2)) + 4 <= save->height());
        QVERIFY(inked(TextStyle::CaptionStrong, words.at(3)) + 2 <= chip->height());
        QVERIFY(inked(TextStyle::Input, words.at(4)) + 4 <= field->edit()->height());
        QVERIFY(inked(TextStyle::BodyStrong, words.at(4)) + inked(TextStyle::Caption, words.at(4)) + 4
                <= list->sizeHintForRow(0));
    }

    void everyControlHasAName()
    {
        Gallery gallery;
        gallery.resize(1366, 768);
        gallery.show();
        gallery.toasts()->showUndo(QStringLiteral("Order 1042 parked"), [] {});
        QStringList nameless;
        int controls = 0;
        collectNameless(QAccessible::queryAccessibleInterface(&gallery), &nameless, &controls);
        QVERIFY2(controls > 30, qPrintable(QString::number(controls)));
        QCOMPARE(nameless, QStringList());
    }

    void collapsedNavigationKeepsItsWordsAsTips()
    {
        Gallery gallery;
        gallery.resize(1024, 540);
        gallery.nav()->setCollapsed(true);
        gallery.search()->setNarrow(true);
        QCOMPARE(gallery.nav()->width(), 56);
        QCOMPARE(gallery.nav()->screen(1)->toolTip(), QStringLiteral("Counter  F2"));
        QCOMPARE(gallery.nav()->screen(1)->text(), QStringLiteral("Counter"));
        gallery.show();
        QVERIFY(gallery.grab().save(folder() + QStringLiteral("narrow.png")));
    }

    void figuresOfTheFrame()
    {
        Gallery gallery;
        gallery.resize(1366, 768);
        gallery.show();
        QCOMPARE(gallery.nav()->width(), 168);
        QCOMPARE(gallery.nav()->screen(0)->geometry(), QRect(0, 56, 167, 44));
        QCOMPARE(gallery.search()->size(), QSize(440, 40));
        QCOMPARE(gallery.given()->height(), 40);
    }

private:
    static QString folder() { return QCoreApplication::applicationDirPath() + QStringLiteral("/gallery/"); }
};

QTEST_MAIN(TestGallery)
#include "tst_gallery.moc"
