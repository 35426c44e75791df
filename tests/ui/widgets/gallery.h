// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

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

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QStandardItemModel>

namespace thimblely::ui {

inline Currency naira()
{
    return Currency::parse(QStringLiteral("NGN")).value();
}
inline Money amount(qint64 whole)
{
    return {whole * 100, naira()};
}

inline void addClient(QStandardItemModel *model, const char *name, const char *phone, Status status, const char *word,
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
            {Status::Late, "Late 2 d"},          {Status::Today, "Today 17:00"},
            {Status::InWork, "In work, Sat 28"}, {Status::Fitting, "Fitting 2, Thu 15:00"},
            {Status::Waiting, "Waiting 3 d"},    {Status::Ready, "Ready, rail C4"},
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
        auto *empty =
            new EmptyState("g-jacket", s("No orders yet. The first one takes a minute."), s("New order"), pane);
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

} // namespace thimblely::ui
