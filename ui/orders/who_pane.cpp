// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/who_pane.h"

#include "core/clients/client_service.h"
#include "core/measurements/measurement_catalogue.h"
#include "core/measurements/measurement_service.h"
#include "core/messages/error_sentences.h"
#include "ui/desk/desk.h"
#include "ui/orders/client_matches.h"
#include "ui/orders/order_editor.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/stitch_line.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QTimer>

namespace thimblely::ui {

namespace {

constexpr int mostMatches = 6;
constexpr int mostMeasures = 6;
constexpr int fieldInLine = 160;

bool looksLikePhone(const QString &typed)
{
    return phoneDigits(typed).size() >= 4 &&
           std::none_of(typed.begin(), typed.end(), [](QChar c) { return c.isLetter(); });
}

} // namespace

WhoPane::WhoPane(Desk &desk, OrderEditor &editor, QWidget *parent)
    : Pane(Role::Window, Edge::Trailing, parent), m_desk(desk), m_editor(editor), m_matches(new ClientMatches(this))
{
    build();
    connectFields();
    arrange();
    connect(&m_editor, &OrderEditor::clientChanged, this, &WhoPane::showClient);
    showClient();
    m_who->setText(m_editor.whoText().isEmpty() ? m_who->text() : m_editor.whoText());
}

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
    connect(m_list, &ListView::clicked, this, [this](const QModelIndex &index) {
        choose(m_matches->client(index.row()).id);
        Q_EMIT chosen();
    });
    connect(m_open, &QAbstractButton::clicked, this, [this] {
        if (m_editor.draft().client)
            Q_EMIT m_desk.navigation().clientRequested(*m_editor.draft().client);
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
    rows->addSpacing(4);
    m_measuresBox = new QWidget(m_sections);
    auto *box = column(nullptr, 4);
    m_measuresBox->setLayout(box);
    box->addWidget(new Separator(Qt::Horizontal, m_measuresBox));
    box->addSpacing(8);
    auto *head = row(nullptr, 8);
    head->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, tr("Measures"), m_measuresBox), 1);
    m_measuresDate = new Label(TextStyle::Caption, Role::Muted, {}, m_measuresBox);
    head->addWidget(m_measuresDate);
    box->addLayout(head);
    m_measures = column(nullptr, 4);
    box->addLayout(m_measures);
    rows->addWidget(m_measuresBox);
    return m_sections;
}

//! The same widgets as a column or as a line.
void WhoPane::arrange()
{
    delete m_card->layout();
    delete layout();
    m_head->setHidden(m_line);
    m_sections->setHidden(m_line || !m_editor.draft().client);
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

void WhoPane::setLine(bool line)
{
    if (line == m_line)
        return;
    m_line = line;
    arrange();
    showClient();
}

void WhoPane::focusField()
{
    m_who->setFocus(Qt::TabFocusReason);
    m_who->selectAll();
}

void WhoPane::setError(const QString &sentence)
{
    m_error->setText(QStringLiteral("\u25b2 ") + sentence);
    m_error->setVisible(!sentence.isEmpty());
    setInputError(m_new->isHidden() ? m_who : m_new, !sentence.isEmpty());
}

void WhoPane::showMatches(bool visible)
{
    if (visible) {
        const int rowHeight = m_list->sizeHintForRow(0);
        const int shown = std::min(m_matches->rowCount(), mostMatches);
        const int wide = std::max(m_who->width(), Theme::instance().px(320));
        const QPoint below = m_who->mapTo(m_list->parentWidget(), QPoint(0, m_who->height() + 4));
        const int left = layoutDirection() == Qt::RightToLeft ? below.x() + m_who->width() - wide : below.x();
        m_list->setGeometry(left, below.y(), wide, shown * rowHeight + 2 * m_list->frameWidth());
        m_list->raise();
    }
    m_list->setVisible(visible);
}

bool WhoPane::closeMatches()
{
    const bool open = m_list->isVisible();
    showMatches(false);
    return open;
}

void WhoPane::follow(const QString &typed)
{
    m_new->hide();
    setError({});
    if (typed.trimmed().isEmpty()) {
        showMatches(false);
        m_matches->setClients({});
        m_editor.setWhoText({});
        m_editor.setClient(std::nullopt, {});
        return;
    }
    m_editor.setWhoText(typed);
    auto found = ClientService(m_desk.session(), m_desk.door()).search(typed, mostMatches);
    if (!found) {
        setError(messages::sentenceFor(found.error()));
        return;
    }
    m_matches->setClients(std::move(found.value()));
    m_list->setCurrentIndex(m_matches->index(0));
    showMatches(m_matches->rowCount() > 0);
}

void WhoPane::accept()
{
    const QString typed = m_who->text().trimmed();
    if (typed.isEmpty())
        return;
    if (m_editor.draft().client && m_editor.whoText().isEmpty()) {
        Q_EMIT chosen();
        return;
    }
    if (m_matches->rowCount() == 0)
        follow(m_who->text()); // brought back from the disk, or nothing was found for it yet
    if (m_matches->rowCount() > 0) {
        choose(m_matches->client(0).id);
        Q_EMIT chosen();
    } else {
        offerNew(typed);
    }
}

void WhoPane::offerNew(const QString &typed)
{
    const bool phone = looksLikePhone(typed);
    m_new->setPlaceholderText(phone ? tr("Name of the new client") : tr("Phone, or Enter without"));
    m_new->setAccessibleName(phone ? tr("Name of the new client") : tr("Phone of the new client"));
    m_new->clear();
    m_card->hide();
    m_sections->hide();
    m_new->show();
    m_new->setFocus(Qt::TabFocusReason);
}

void WhoPane::addNew()
{
    const QString first = m_who->text().trimmed();
    const QString second = m_new->text().trimmed();
    ClientDraft draft;
    const bool phoneFirst = looksLikePhone(first);
    draft.name = phoneFirst ? second : first;
    if (const QString phone = phoneFirst ? first : second; !phone.isEmpty())
        draft.phones.push_back({phone});
    if (const auto valid = validate(draft, m_desk.today()); !valid) {
        setError(messages::sentenceFor(valid.error()));
        return;
    }
    m_new->setEnabled(false); // a second Enter on a slow disk adds nobody twice
    m_desk.when(
        ClientService(m_desk.session(), m_desk.door()).add(draft), this,
        [this](ClientId client) {
            m_new->setEnabled(true);
            m_new->hide();
            choose(client);
            Q_EMIT chosen();
        },
        [this](const Error &) {
            m_new->setEnabled(true);
            m_new->setFocus(Qt::OtherFocusReason);
        });
}

void WhoPane::choose(ClientId id)
{
    const auto client = ClientService(m_desk.session(), m_desk.door()).load(id);
    if (!client) {
        m_desk.notices().fail(client.error());
        return;
    }
    m_editor.setClient(id, client->fields.name);
}

void WhoPane::refresh()
{
    if (m_editor.whoText().isEmpty())
        showClient();
}

void WhoPane::showClient()
{
    showMatches(false);
    m_new->hide();
    setError({});
    const auto id = m_editor.draft().client;
    m_card->setVisible(id.has_value());
    m_sections->setVisible(id.has_value() && !m_line);
    m_open->setEnabled(id.has_value());
    m_notes->hide();
    if (!id) {
        if (m_editor.whoText().isEmpty() && !m_who->text().isEmpty())
            m_who->setText({}); // not clear(): undo would bring the words back instead of the order
        return;
    }
    const auto client = ClientService(m_desk.session(), m_desk.door()).load(*id);
    if (!client) {
        m_desk.notices().fail(client.error());
        return;
    }
    m_who->setText(client->fields.phones.empty() ? client->fields.name : client->fields.phones.front().number);
    m_name->setText(client->fields.name);
    m_number->setText(tr("no. %1").arg(client->number));
    m_status->setText(client->openOrders > 0 ? QStringLiteral("\u25d0 ") + tr("%n at work", nullptr, client->openOrders)
                                             : QString());
    const bool owes = client->balance && client->balance->minor() > 0;
    m_owes->setText(owes ? tr("Owes %1").arg(figureText(*client->balance, m_desk.locale())) : QString());
    const bool noted = !client->fields.fitNotes.isEmpty();
    m_fitNotes->setText(noted ? client->fields.fitNotes : tr("None yet"));
    m_fitNotes->setRole(noted ? Role::Text : Role::Muted);
    m_notes->setText(tr("Fit notes"));
    m_notes->setVisible(m_line && noted);
    showMeasures(*id);
}

void WhoPane::showNotesMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList lines = m_fitNotes->text().split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        menu->addAction(line);
    menu->addSeparator();
    menu->addAction(m_open->text(), m_open, &QAbstractButton::click);
    menu->popup(m_notes->mapToGlobal(QPoint(0, m_notes->height())));
}

void WhoPane::showMeasures(ClientId client)
{
    while (QLayoutItem *item = m_measures->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto values = MeasurementService(m_desk.session(), m_desk.door()).currentValues(client);
    const bool readable = values.ok() && !values->empty();
    m_measuresBox->setVisible(readable);
    if (!readable)
        return;
    const Date taken = m_desk.calendar().dayOf(values->front().takenAt);
    m_measuresDate->setText(m_desk.locale().toString(taken.toQDate(), QStringLiteral("d MMM yyyy")));
    int shown = 0;
    for (const CurrentValue &current : *values) {
        if (++shown > mostMeasures)
            break;
        const MeasurementField *field = measurementField(current.value.code);
        auto *line = new QWidget(m_measuresBox);
        auto *columns = row(nullptr, 8);
        line->setLayout(columns);
        auto *name =
            new Label(TextStyle::Body, Role::Muted,
                      field ? QCoreApplication::translate("Measurement", field->name) : current.value.code, line);
        name->setElided(true);
        columns->addWidget(name, 1);
        columns->addWidget(new Label(TextStyle::BodyStrong, Role::Text, current.value.text, line));
        m_measures->addWidget(line);
    }
}

void WhoPane::paintEvent(QPaintEvent *event)
{
    Pane::paintEvent(event);
    if (!m_line)
        return;
    QPainter painter(this);
    paintFootLine(&painter, rect());
}

void WhoPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    QTimer::singleShot(0, this, [this] { // once the field has its new place
        if (m_list->isVisible())
            showMatches(true);
    });
}

bool WhoPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_who && event->type() == QEvent::FocusOut && !m_list->hasFocus())
        showMatches(false);
    if (event->type() != QEvent::KeyPress)
        return Pane::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_who && key == Qt::Key_Down && m_list->isVisible()) {
        m_list->setFocus(Qt::TabFocusReason);
        m_list->setCurrentIndex(m_matches->index(std::min(1, m_matches->rowCount() - 1)));
        return true;
    }
    if (watched == m_list && (key == Qt::Key_Return || key == Qt::Key_Enter) && m_list->currentIndex().isValid()) {
        choose(m_matches->client(m_list->currentIndex().row()).id);
        Q_EMIT chosen();
        return true;
    }
    return Pane::eventFilter(watched, event);
}

} // namespace thimblely::ui
