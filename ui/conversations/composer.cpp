// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/conversations/composer.h"

#include "core/calendar/calendar_service.h"
#include "core/conversations/channel_service.h"
#include "core/conversations/message_template_service.h"
#include "core/conversations/outbox_service.h"
#include "core/conversations/recipient.h"
#include "core/orders/order_service.h"
#include "ui/clients/text_area.h"
#include "ui/conversations/conversation_words.h"
#include "ui/desk/desk.h"
#include "ui/desk/form_draft.h"
#include "ui/desk/message_opening.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QTextCursor>

#include <algorithm>

namespace thimblely::ui {

using conversations::ChannelService;
using conversations::ChannelType;
using conversations::MessageTemplate;
using conversations::OutboxService;

namespace {

constexpr int linesShown = 3;
constexpr int mostOrders = 12;

} // namespace

Composer::Composer(Desk &desk, QWidget *parent) : Pane(Role::Window, Edge::Top, parent), m_desk(desk)
{
    build();
    m_draft = new FormDraft(desk, m_fields);
    m_cameBack = new DraftLine(*m_draft, this);
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_cameBack);
    connect(m_way, &Segmented::currentIndexChanged, this, &Composer::showWay);
    connect(m_channel, &QComboBox::activated, this, [this] { clearProblem(); });
    connect(m_order, &QComboBox::activated, this, &Composer::takeTemplate);
    connect(m_template, &QComboBox::activated, this, [this] {
        fillLanguages();
        takeTemplate();
    });
    connect(m_language, &QComboBox::activated, this, &Composer::takeTemplate);
    connect(m_text, &TextArea::edited, this, [this] {
        clearProblem();
        showReading();
    });
    connect(m_keep, &QAbstractButton::clicked, this, &Composer::keepAsDraft);
    connect(m_send, &QAbstractButton::clicked, this, &Composer::submit);
}

void Composer::build()
{
    auto *all = column(this, 8, {16, 10, 16, 12});
    m_fields = new QWidget(this);
    auto *rows = column(m_fields, 8);
    auto *choices = new QWidget(m_fields);
    auto *line = new FlowLayout(8, 8, choices);
    m_way = new Segmented(tr("Who wrote it"), choices);
    m_way->setSmall(true);
    m_way->addSegment(tr("To them"));
    m_way->addSegment(tr("From them"));
    line->addWidget(m_way);
    m_channel = addChoice(tr("Channel"), line);
    m_order = addChoice(tr("About which order"), line);
    m_wording = new QWidget(choices);
    auto *wording = row(m_wording, 8);
    m_template = addChoice(tr("Template"), wording);
    m_language = addChoice(tr("Language"), wording);
    line->addWidget(m_wording);
    rows->addWidget(choices);
    m_text = new TextArea(tr("Message"), linesShown, m_fields);
    rows->addWidget(m_text);
    all->addWidget(m_fields);
    m_reading = new Label(TextStyle::Caption, Role::Muted, {}, this);
    m_problem = new Label(TextStyle::Body, Role::Late, {}, this);
    for (Label *label : {m_reading, m_problem}) {
        label->setWordWrap(true);
        label->hide();
        all->addWidget(label);
    }
    m_keep = new PlainButton(tr("Keep for later"), this);
    m_send = new PrimaryButton(tr("Ready to send"), this);
    m_send->setCaption(tr("Ctrl+Enter"));
    m_send->setAccessibleDescription(tr("It waits here until a person opens and sends it"));
    auto *buttons = row(nullptr, 8);
    buttons->addStretch(1);
    buttons->addWidget(m_keep);
    buttons->addWidget(m_send);
    all->addLayout(buttons);
}

QComboBox *Composer::addChoice(const QString &name, QLayout *into)
{
    auto *choice = new QComboBox(m_fields);
    choice->setAccessibleName(name);
    choice->setToolTip(name);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(12);
    into->addWidget(choice);
    return choice;
}

void Composer::begin(const Client &client, const std::optional<OrderId> &order)
{
    m_draft->keepNow(); // what is typed at this moment, too
    if (m_client && m_client->id != client.id)
        leave();
    const bool same = m_client && m_client->id == client.id && !order && !m_changed;
    m_client = client;
    if (same)
        return;
    m_changed.reset();
    m_warned = false;
    clearProblem();
    m_way->setCurrentIndex(0);
    m_text->setText({});
    m_filled.clear();
    fillTemplates();
    fillChannels();
    fillOrders(order);
    showWay();
    m_draft->begin(draftNameOf(*this), client.id.toString(), tr("Message to %1").arg(client.fields.name));
    showReading();
}

void Composer::change(const conversations::Message &message)
{
    if (!m_client || message.client != m_client->id)
        return;
    m_draft->leave();
    m_changed = message.id;
    m_way->setCurrentIndex(0);
    clearProblem();
    m_text->setText(message.text);
    m_filled.clear();
    m_template->setCurrentIndex(0);
    showWay();
    m_draft->begin(draftNameOf(*this), message.id.toString(), tr("Message to %1").arg(m_client->fields.name));
    focusText();
}

bool Composer::stepBack()
{
    if (!m_changed || !m_client)
        return false;
    m_draft->forget();
    const Client client = *m_client;
    m_client.reset();
    begin(client);
    return true;
}

void Composer::reload()
{
    if (!m_client)
        return;
    const QString channel = m_channel->currentText();
    const QString chosen = m_template->currentText();
    fillChannels();
    fillTemplates();
    m_channel->setCurrentIndex(std::max(0, m_channel->findText(channel)));
    m_template->setCurrentIndex(std::max(0, m_template->findText(chosen)));
    fillLanguages();
    showWay();
}

void Composer::fillChannels()
{
    m_channel->clear();
    m_channels.clear();
    const auto all = ChannelService(m_desk.session(), m_desk.door()).all();
    if (!all)
        return;
    const auto usual = conversations::usualChannelOf(m_client->fields);
    int first = -1;
    for (const conversations::ShopChannel &channel : *all) {
        if (!channel.active)
            continue;
        if (first < 0 && channel.type == usual)
            first = int(m_channels.size());
        m_channels.emplace_back(channel.id, channel.type);
        //: by what a shop writes, and how it calls that number or address: WhatsApp, Counter phone
        m_channel->addItem(tr("%1, %2").arg(channelTypeName(channel.type), channel.name));
    }
    m_channel->setCurrentIndex(std::max(0, first));
    m_channel->setVisible(m_channels.size() > 1); // one is no choice
}

void Composer::fillTemplates()
{
    m_template->clear();
    m_template->addItem(tr("My own words"));
    const auto all = conversations::MessageTemplateService(m_desk.session(), m_desk.door()).all();
    m_all = all ? *all : std::vector<MessageTemplate>();
    for (const MessageTemplate &each : m_all)
        m_template->addItem(each.name);
    fillLanguages();
}

void Composer::fillOrders(const std::optional<OrderId> &wanted)
{
    m_order->clear();
    m_orders.clear();
    m_order->addItem(tr("No order"));
    if (!m_desk.principal().can(access::Capability::OrdersRead))
        return;
    const auto page = orders::OrderService(m_desk.session(), m_desk.door()).ofClient(m_client->id, {}, mostOrders);
    if (!page)
        return;
    int chosen = 0;
    for (const orders::OrderRow &order : page->rows) {
        const bool open = order.status != orders::OrderStatus::Cancelled && order.collected < order.pieces;
        m_orders.push_back(order.id);
        //: its number and what it is: 1042 Jacket charcoal
        m_order->addItem(tr("%1 %2").arg(order.number, order.title));
        if (order.id == wanted || (!wanted && chosen == 0 && open))
            chosen = int(m_orders.size());
    }
    m_order->setCurrentIndex(chosen);
    m_order->setVisible(!m_orders.empty());
}

//! Theirs first, then the others that the template has.
void Composer::fillLanguages()
{
    m_language->clear();
    const MessageTemplate *chosen = chosenTemplate();
    m_language->setEnabled(chosen != nullptr);
    if (!chosen || !m_client) {
        m_language->addItem(tr("Their language"));
        m_language->hide();
        return;
    }
    const auto taken = chosen->in({m_client->fields.locale, m_desk.profile().locale});
    m_language->addItem(languageName(taken.language), taken.language);
    for (const auto &[language, text] : chosen->texts) {
        if (language != taken.language && !text.isEmpty())
            m_language->addItem(languageName(language), language);
    }
    m_language->setVisible(m_language->count() > 1);
}

const MessageTemplate *Composer::chosenTemplate() const
{
    const int index = m_template->currentIndex() - 1;
    return index >= 0 && size_t(index) < m_all.size() ? &m_all[size_t(index)] : nullptr;
}

std::optional<OrderId> Composer::order() const
{
    const int index = m_order->currentIndex() - 1;
    return index >= 0 && size_t(index) < m_orders.size() ? std::optional(m_orders[size_t(index)]) : std::nullopt;
}

conversations::MessageAbout Composer::about() const
{
    conversations::MessageAbout about{m_client->id, order()};
    const MessageTemplate *chosen = chosenTemplate();
    if (chosen && chosen->key == QLatin1String("fitting") && about.order) {
        const auto fittings = calendar::CalendarService(m_desk.session()).ofOrder(*about.order);
        if (fittings && !fittings->empty())
            about.appointment = fittings->front().startsAt;
    }
    return about;
}

//! What was typed in its place comes back by the field's own undo.
void Composer::takeTemplate()
{
    clearProblem();
    const MessageTemplate *chosen = chosenTemplate();
    const bool untouched = m_text->text().isEmpty() || m_text->text() == m_filled;
    if (!chosen) {
        if (untouched)
            m_text->edit()->clear();
        return showReading();
    }
    if (sender() == m_order && !untouched)
        return showReading(); // the words are the person's by now
    const auto words = conversations::prepare(m_desk.session(), m_desk.door(), chosen->key, about(),
                                              m_language->currentData().toString());
    if (!words)
        return showProblem(words.error());
    m_filled = words->text;
    QTextCursor cursor(m_text->edit()->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(words->text);
    if (words->language != words->wanted)
        m_text->setHint(tr("not written in %1 yet").arg(languageName(words->wanted)));
    else
        m_text->setHint({});
    showReading();
}

bool Composer::isInbound() const
{
    return m_way->currentIndex() == 1;
}

void Composer::showWay()
{
    clearProblem();
    const bool inbound = isInbound();
    m_wording->setVisible(!inbound);
    m_keep->setVisible(!inbound && !m_changed);
    m_way->setVisible(!m_changed);
    m_send->setText(inbound ? tr("Note what came") : tr("Ready to send"));
    m_send->setEnabled(!m_channels.empty() && !m_busy);
    m_keep->setEnabled(m_send->isEnabled());
    showReading();
}

Result<QString> Composer::reading() const
{
    const QString typed = m_text->text().trimmed();
    if (isInbound() || !typed.contains(u'{'))
        return typed;
    const QString language = m_language->currentData().toString();
    const QLocale locale = language.isEmpty() ? m_desk.locale() : QLocale(language);
    TRY_ASSIGN(const auto facts, conversations::factsAbout(m_desk.session(), m_desk.door(), about(), locale));
    return conversations::fill(typed, facts);
}

//! What the fields become, where some stand in the text.
void Composer::showReading()
{
    if (m_channels.empty()) {
        m_reading->setText(tr("The shop has not said yet which number or address it writes from."));
        m_reading->show();
        return;
    }
    const bool hasFields = m_client && !isInbound() && m_text->text().contains(u'{');
    m_reading->setVisible(hasFields);
    if (!hasFields)
        return;
    const auto words = reading();
    m_reading->setText(words ? tr("Reads: %1").arg(inOneLine(*words)) : m_desk.sentence(words.error()));
}

void Composer::showProblem(const Error &error)
{
    m_warned = error.code == "message.asked_not";
    if (m_warned)
        m_send->setText(tr("Ready to send all the same"));
    m_problem->setText(QStringLiteral("\u25b2 ") + m_desk.sentence(error));
    m_problem->show();
}

void Composer::clearProblem()
{
    if (m_warned)
        m_send->setText(tr("Ready to send"));
    m_warned = false;
    m_problem->hide();
}

QString Composer::recipient(ChannelId channel) const
{
    const auto found = std::ranges::find(m_channels, channel, &std::pair<ChannelId, ChannelType>::first);
    return found == m_channels.end() ? QString() : conversations::recipientOf(m_client->fields, found->second);
}

std::optional<conversations::MessageDraft> Composer::draft(const QString &text) const
{
    const int index = m_channel->currentIndex();
    if (!m_client || index < 0 || size_t(index) >= m_channels.size())
        return std::nullopt;
    const MessageTemplate *chosen = chosenTemplate();
    return conversations::MessageDraft{m_client->id,
                                       order(),
                                       m_channels[size_t(index)].first,
                                       text,
                                       chosen ? chosen->key : QString(),
                                       chosen && chosen->offer,
                                       m_warned};
}

template <typename Begin>
void Composer::write(Begin begin, bool waits)
{
    m_busy = true;
    m_send->setEnabled(false);
    m_keep->setEnabled(false);
    m_draft->write(std::move(begin), [this, waits](const auto &result) {
        m_busy = false;
        showWay();
        if (!result)
            return showProblem(result.error());
        if constexpr (requires { result.value(); })
            done(waits ? std::optional(result.value()) : std::nullopt);
        else
            done(waits ? m_changed : std::nullopt);
    });
}

void Composer::submit()
{
    if (m_busy || !m_client)
        return;
    const bool warned = m_warned;
    const auto words = reading();
    if (!words)
        return showProblem(words.error());
    auto message = draft(*words);
    if (!message)
        return;
    message->allTheSame = warned;
    if (m_changed)
        return write([this, text = *words] { return OutboxService(m_desk.door()).again(*m_changed, text); }, true);
    if (isInbound())
        return write(
            [this, message] {
                return OutboxService(m_desk.door())
                    .receive({message->client, message->order, message->channel, message->text});
            },
            false);
    write(
        [this, message] {
            return OutboxService(m_desk.door()).queue({*message, recipient(message->channel)});
        },
        true);
}

void Composer::keepAsDraft()
{
    if (m_busy || !m_client || isInbound() || m_changed)
        return;
    auto message = draft(m_text->text().trimmed());
    if (!message)
        return;
    write(
        [this, message] {
            return OutboxService(m_desk.door()).draft({*message, recipient(message->channel)});
        },
        false);
}

void Composer::done(std::optional<MessageId> toSend)
{
    const Client client = *m_client;
    m_client.reset();
    begin(client);
    Q_EMIT written(toSend);
}

void Composer::leave()
{
    m_draft->leave();
    m_client.reset();
    m_changed.reset();
}

void Composer::focusText()
{
    m_text->edit()->setFocus(Qt::OtherFocusReason);
    m_text->edit()->moveCursor(QTextCursor::End);
}

} // namespace thimblely::ui
