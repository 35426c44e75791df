// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/client_matches.h"
#include "ui/clients/duplicate_notice.h"
#include "ui/desk/desk.h"
#include "ui/orders/family_row.h"
#include "ui/orders/measures_glance.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/who_pane.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/stitch_line.h"

#include <QLineEdit>

// What the pane is made of and where it stands, as a column or as a line; what it does is in who_pane.cpp.

namespace thimblely::ui {

namespace {

constexpr int fieldInLine = 160;

} // namespace

void WhoPane::build()
{
    m_head = new QWidget(this);
    auto *head = row(nullptr, 8);
    m_head->setLayout(head);
    head->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, tr("Who"), m_head));
    auto *hint = new Label(TextStyle::Caption, Role::Muted, tr("new number = new client"), m_head);
    hint->setElided(true);
    hint->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    head->addWidget(hint, 1);
    m_who = new QLineEdit(this);
    m_who->setAccessibleName(tr("Who the order is for"));
    m_who->setPlaceholderText(tr("Phone or name"));
    m_who->setFont(Theme::instance().font(TextStyle::Input));
    m_who->installEventFilter(this);
    m_new = new QLineEdit(this);
    m_new->setFont(Theme::instance().font(TextStyle::Input));
    m_new->installEventFilter(this);
    m_new->hide();
    m_error = new Label(TextStyle::Caption, Role::Late, {}, this);
    m_error->setWordWrap(true);
    m_error->hide();
    // It lies over what is below the field, as the matches do.
    m_duplicates = new DuplicateNotice(m_desk, parentWidget() ? parentWidget() : this);
    m_open = new PlainButton(tr("Open client card"), this);
    m_open->setIconName("i-clients");
    m_notes = new FlatButton(QString(), this);
    m_notes->setTrailingIconName("i-down");
    m_notes->hide();
    buildCard();
    buildSections();
    // Over the pane and its neighbours, so that a short line can hold six matches too.
    m_list = new ListView(tr("Clients found"), Role::Surface, parentWidget() ? parentWidget() : this);
    m_list->setModel(m_matches);
    auto *delegate = new ListRowDelegate(m_list);
    delegate->setBase(Role::Surface);
    m_list->setItemDelegate(delegate);
    m_list->setFrameShape(QFrame::StyledPanel);
    m_list->installEventFilter(this);
    m_list->hide();
}

void WhoPane::connectFields()
{
    connect(m_who, &QLineEdit::textEdited, this, &WhoPane::follow);
    connect(m_who, &QLineEdit::returnPressed, this, &WhoPane::accept);
    connect(m_new, &QLineEdit::returnPressed, this, &WhoPane::addNew);
    connect(m_new, &QLineEdit::textEdited, this, [this] {
        setError({});
        m_editor.setNewText(m_new->text());
        m_duplicates->look(typedDraft(), {});
    });
    connect(m_duplicates, &DuplicateNotice::changed, this, &WhoPane::placeNotice);
    connect(m_duplicates, &DuplicateNotice::openRequested, this, [this](ClientId known) {
        choose(known);
        Q_EMIT chosen();
    });
    connect(m_duplicates, &DuplicateNotice::familyRequested, this, [this](ClientId payer) {
        m_memberOf = payer;
        m_duplicates->forget();
        m_new->setFocus(Qt::OtherFocusReason);
    });
    connect(m_family, &FamilyRow::chosen, this, [this](ClientId member) {
        wear(member);
        Q_EMIT chosen();
    });
    connect(m_family, &FamilyRow::addRequested, this, [this] {
        offerMember();
        m_new->setFocus(Qt::TabFocusReason);
    });
    connect(m_list, &ListView::clicked, this, [this](const QModelIndex &index) {
        choose(m_matches->client(index.row()).id);
        Q_EMIT chosen();
    });
    connect(m_open, &QAbstractButton::clicked, this, [this] {
        if (const auto shown = m_editor.body())
            Q_EMIT m_desk.navigation().clientRequested(*shown);
    });
    connect(m_notes, &QAbstractButton::clicked, this, &WhoPane::showNotesMenu);
    connect(&HideMoney::instance(), &HideMoney::changed, this, &WhoPane::refresh);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        for (QLineEdit *edit : {m_who, m_new})
            edit->setFont(Theme::instance().font(TextStyle::Input));
        arrange();
    });
}

QWidget *WhoPane::buildCard()
{
    m_card = new QWidget(this);
    m_name = new Label(TextStyle::Heading, Role::Text, {}, m_card);
    m_name->setElided(true);
    m_number = new Label(TextStyle::Body, Role::Muted, {}, m_card);
    m_status = new Label(TextStyle::BodyStrong, Role::Work, {}, m_card);
    m_owes = new Label(TextStyle::Body, Role::Text, {}, m_card);
    for (Label *part : {m_number, m_status, m_owes})
        part->setElided(true);
    return m_card;
}

QWidget *WhoPane::buildSections()
{
    m_sections = new QWidget(this);
    auto *rows = column(nullptr, 8, QMargins(0, 12, 0, 0));
    m_sections->setLayout(rows);
    m_fitNotes = new Label(TextStyle::Body, Role::Text, {}, m_sections);
    m_fitNotes->setWordWrap(true);
    rows->addWidget(new Separator(Qt::Horizontal, m_sections));
    rows->addSpacing(4);
    rows->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, tr("Fit notes"), m_sections));
    rows->addWidget(m_fitNotes);
    m_family = new FamilyRow(m_desk, m_sections);
    rows->addWidget(m_family);
    rows->addSpacing(4);
    m_measures = new MeasuresGlance(m_desk, m_sections);
    rows->addWidget(m_measures);
    return m_sections;
}

//! The same widgets as a column or as a line.
void WhoPane::arrange()
{
    delete m_card->layout();
    delete layout();
    m_head->setHidden(m_line);
    m_sections->setHidden(m_line || !m_editor.draft().client || !m_new->isHidden());
    m_open->setHidden(m_line);
    if (m_line) {
        auto *card = row(nullptr, 12);
        m_card->setLayout(card);
        m_name->setTextStyle(TextStyle::InputStrong);
        card->addWidget(m_name);
        for (Label *part : {m_number, m_status, m_owes})
            card->addWidget(part);
        // With large letters the name and what is owed have the room.
        m_number->setHidden(Theme::instance().textSizePercent() > 100);
        m_status->setHidden(Theme::instance().textSizePercent() > 115);
        card->addStretch(1);
        auto *all = row(nullptr, 12, QMargins(12, 8, 4, 8));
        setLayout(all);
        const int wide = Theme::instance().px(fieldInLine);
        m_who->setFixedWidth(wide);
        m_new->setFixedWidth(wide);
        all->addWidget(m_who);
        all->addWidget(m_new);
        all->addWidget(m_error, 1);
        all->addWidget(m_card, 2);
        all->addStretch(0);
        all->addWidget(m_notes);
        return;
    }
    m_number->show();
    m_status->show();
    for (QLineEdit *edit : {m_who, m_new}) {
        edit->setMinimumWidth(0);
        edit->setMaximumWidth(QWIDGETSIZE_MAX);
    }
    auto *card = column(nullptr, 4, QMargins(0, 8, 0, 0));
    m_card->setLayout(card);
    m_name->setTextStyle(TextStyle::Heading);
    auto *head = row(nullptr, 8);
    head->addWidget(m_name, 1);
    head->addWidget(m_number);
    card->addLayout(head);
    auto *state = row(nullptr, 8);
    state->addWidget(m_status, 1);
    state->addWidget(m_owes);
    card->addLayout(state);
    auto *all = column(nullptr, 8, QMargins(16, 16, 16, 14));
    setLayout(all);
    for (QWidget *part : {m_head, static_cast<QWidget *>(m_who), static_cast<QWidget *>(m_new),
                          static_cast<QWidget *>(m_error), m_card, m_sections})
        all->addWidget(part);
    all->addStretch(1);
    all->addWidget(m_open);
}

} // namespace thimblely::ui
