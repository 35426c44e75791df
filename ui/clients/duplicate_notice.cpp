// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/duplicate_notice.h"

#include "ui/desk/desk.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/pane.h"

#include <QPainter>

namespace thimblely::ui {

namespace {

constexpr int afterTyping = 200; // ms

} // namespace

DuplicateNotice::DuplicateNotice(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_words(new Label(TextStyle::Body, Role::Text, {}, this)),
      m_open(new PlainButton(tr("Open that one"), this)), m_merge(new PlainButton(tr("Make one card"), this)),
      m_family(new PlainButton(tr("Same family"), this)), m_other(new PlainButton(tr("Another person"), this))
{
    m_words->setWordWrap(true);
    m_family->setToolTip(tr("That one pays for this one"));
    m_merge->hide();
    auto *all = column(this, 8, {12, 8, 12, 8});
    all->addWidget(m_words);
    auto *answers = new QWidget(this);
    auto *flow = new FlowLayout(8, 0);
    answers->setLayout(flow);
    for (Button *answer : {m_open, m_merge, m_family, m_other}) {
        answer->setButtonSize(Button::Size::Small);
        flow->addWidget(answer);
    }
    all->addWidget(answers);
    m_timer.setSingleShot(true);
    m_timer.setInterval(afterTyping);
    connect(&m_timer, &QTimer::timeout, this, &DuplicateNotice::read);
    connect(m_open, &QAbstractButton::clicked, this, [this] { Q_EMIT openRequested(first()); });
    connect(m_merge, &QAbstractButton::clicked, this, [this] { Q_EMIT mergeRequested(first()); });
    connect(m_family, &QAbstractButton::clicked, this, [this] {
        const ClientId payer = first();
        m_others.insert(payer); // of one family, and not one person
        Q_EMIT familyRequested(payer);
    });
    connect(m_other, &QAbstractButton::clicked, this, [this] {
        m_others.insert(first());
        m_found.erase(m_found.begin());
        show();
        if (m_found.empty())
            Q_EMIT settled();
    });
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void DuplicateNotice::look(const ClientDraft &draft, std::optional<ClientId> self)
{
    m_draft = draft;
    m_self = self;
    m_timer.start();
}

bool DuplicateNotice::holds(const ClientDraft &draft, std::optional<ClientId> self)
{
    m_timer.stop();
    m_draft = draft;
    m_self = self;
    read();
    if (m_found.empty())
        return false;
    m_open->setFocus(Qt::TabFocusReason);
    return true;
}

void DuplicateNotice::forget()
{
    m_timer.stop();
    m_others.clear();
    m_found.clear();
    hide();
}

void DuplicateNotice::setMergeOffered(bool offered)
{
    m_merge->setVisible(offered);
}

void DuplicateNotice::read()
{
    auto found = ClientService(m_desk.session(), m_desk.door()).duplicates(m_draft, m_self);
    if (!found) {
        m_desk.notices().fail(found.error());
        return;
    }
    m_found = std::move(*found);
    std::erase_if(m_found, [this](const Duplicate &each) { return m_others.contains(each.client.id); });
    show();
}

void DuplicateNotice::show()
{
    setVisible(!m_found.empty());
    if (m_found.empty()) {
        Q_EMIT changed();
        return;
    }
    const Duplicate &like = m_found.front();
    const QString who = tr("%1, no. %2", "client").arg(like.client.name, like.client.number);
    switch (like.likeness) {
    case Likeness::SamePhone:
        m_words->setText(tr("\u25c6 %1 has this number already.").arg(who));
        break;
    case Likeness::SameNameAndBirth:
        m_words->setText(tr("\u25c6 %1 has this name and birth date.").arg(who));
        break;
    case Likeness::NearNameAndDigits:
        m_words->setText(tr("\u25c6 %1 is written nearly so, and the number ends alike.").arg(who));
        break;
    }
    setAccessibleName(m_words->text());
    Q_EMIT changed();
}

void DuplicateNotice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPanel(&painter, rect(), Theme::instance().color(Role::TodayBg), Theme::instance().color(Role::Today));
}

} // namespace thimblely::ui
