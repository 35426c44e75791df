// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/plan_pane.h"

#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/finance/goal_form.h"
#include "ui/finance/goal_row.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"
#include "ui/widgets/stitch_line.h"

#include <QScrollArea>
#include <QStackedLayout>

namespace thimblely::ui {

using access::Capability;

namespace {

void clear(QVBoxLayout *rows)
{
    while (QLayoutItem *item = rows->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace

PlanPane::PlanPane(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_stack(nullptr), m_goalForm(nullptr), m_splitForm(nullptr)
{
    auto *work = new Card(this);
    column(this, 0)->addWidget(work);
    m_stack = new QStackedLayout(work);
    m_lists = buildLists();
    m_goalForm = new GoalForm(desk, work);
    m_splitForm = new SplitForm(desk, work);
    for (QWidget *each : {m_lists, static_cast<QWidget *>(m_goalForm), static_cast<QWidget *>(m_splitForm)})
        m_stack->addWidget(each);
    connect(m_goalForm, &EntryForm::left, this, &PlanPane::closeForm);
    connect(m_splitForm, &EntryForm::left, this, &PlanPane::closeForm);
    connect(&HideMoney::instance(), &HideMoney::changed, this, &PlanPane::reload);
}

QWidget *PlanPane::buildLists()
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    auto *body = new QWidget;
    auto *sides = row(body, 24, {20, 8, 20, 16});
    sides->addWidget(list(tr("Goals"), tr("What the shop means to take in. The mark is where today should be."),
                          tr("New goal"), m_goals, true),
                     1);
    sides->addWidget(list(tr("Parts of each income"),
                          tr("Fixed amounts first, then shares of what they leave. The parts are always the whole."),
                          tr("New part"), m_splits, false),
                     1);
    scroll->setWidget(body);
    body->setAutoFillBackground(false); // which the scroll area has just turned on
    return scroll;
}

QWidget *PlanPane::list(const QString &title, const QString &words, const QString &add, QVBoxLayout *&rows,
                        bool isGoals)
{
    auto *place = new QWidget(this);
    auto *all = column(place, 8);
    auto *head = new SectionHead(title, place);
    auto *button = new FlatButton(add, place);
    button->setIconName("i-plus");
    button->setVisible(m_desk.principal().can(Capability::FinanceWrite));
    head->addAction(button);
    all->addWidget(head);
    auto *hint = new Label(TextStyle::Body, Role::Muted, words, place);
    hint->setWordWrap(true);
    all->addWidget(hint);
    rows = column(nullptr, 4);
    all->addLayout(rows);
    all->addStretch(1);
    if (isGoals)
        m_first = button;
    connect(button, &QAbstractButton::clicked, this, [this, isGoals] {
        if (isGoals)
            editGoal({});
        else
            editSplit({});
    });
    return place;
}

void PlanPane::reload()
{
    const Date today = m_desk.today();
    auto reading = m_desk.reader().read<std::vector<finance::Goal>>(
        [today](access::Session &session) { return finance::PlanService::goals(session, today); });
    whenDone(std::move(reading), this, [this, asked = ++m_asked](const Result<std::vector<finance::Goal>> &goals) {
        if (asked != m_asked)
            return;
        if (!goals)
            return m_desk.notices().fail(goals.error());
        showGoals(*goals);
        showSplits();
    });
}

void PlanPane::showGoals(const std::vector<finance::Goal> &goals)
{
    clear(m_goals);
    const bool writes = m_desk.principal().can(Capability::FinanceWrite);
    if (goals.empty()) {
        m_goals->addWidget(emptyPart("i-money",
                                     tr("A goal says what is to come in: each month, or until a day. Every payment "
                                        "counts towards it by itself, and "
                                        "it tells where the period will end as it goes now."),
                                     writes ? tr("Set the first goal…") : QString(), true));
    }
    for (const finance::Goal &goal : goals) {
        m_goals->addWidget(new GoalRow(goal, m_desk.locale(), this));
        auto *line = new QWidget(this);
        auto *cells = row(line, 8);
        cells->addWidget(new Label(TextStyle::Caption, Role::Muted,
                                   tr("%1 to %2", "first and last day")
                                       .arg(wholeDayText(goal.progress.from, m_desk.locale()),
                                            wholeDayText(goal.progress.until, m_desk.locale())),
                                   line),
                         1);
        auto *change = new FlatButton(tr("Change…"), line);
        auto *end = new FlatButton(tr("Put away"), line);
        change->setAccessibleName(tr("Change %1").arg(goal.draft.title));
        end->setAccessibleName(tr("Put away %1").arg(goal.draft.title));
        for (FlatButton *button : {change, end}) {
            button->setButtonSize(Button::Size::Small);
            button->setVisible(writes);
            cells->addWidget(button);
        }
        m_goals->addWidget(line);
        m_goals->addWidget(new Separator(Qt::Horizontal, this));
        connect(change, &QAbstractButton::clicked, this, [this, goal] { editGoal(goal); });
        connect(end, &QAbstractButton::clicked, this, [this, id = goal.id] {
            m_desk.when(finance::PlanService(m_desk.session(), m_desk.door()).endGoal(id), this, [] {});
        });
    }
}

void PlanPane::showSplits()
{
    clear(m_splits);
    const auto splits = finance::PlanService(m_desk.session(), m_desk.door()).splits();
    if (!splits)
        return m_desk.notices().fail(splits.error());
    const bool writes = m_desk.principal().can(Capability::FinanceWrite);
    if (splits->empty()) {
        m_splits->addWidget(emptyPart(
            "i-scissors",
            tr("Put aside as it comes in: 10 % for taxes, 5,000 for the rent, 20 % for a machine. Each income then "
               "shows beside it how it is divided. No money is moved."),
            writes ? tr("Add the first part…") : QString(), false));
    }
    int rest = finance::wholeBp;
    for (const finance::Split &split : *splits) {
        rest -= split.rule.shareBp.value_or(0);
        auto *line = new QWidget(this);
        line->setMinimumHeight(Theme::instance().px(metric::Row));
        auto *cells = row(line, 8);
        auto *name = new Label(TextStyle::Body, Role::Text, split.rule.name, line);
        name->setElided(true);
        cells->addWidget(name, 1);
        cells->addWidget(new Label(TextStyle::BodyStrong, Role::Text,
                                   split.rule.fixed ? m_desk.amount(*split.rule.fixed)
                                                    : shareText(split.rule.shareBp.value_or(0), m_desk.locale()),
                                   line));
        auto *change = new FlatButton(tr("Change…"), line);
        auto *remove = new FlatButton(tr("Take away"), line);
        change->setAccessibleName(tr("Change %1").arg(split.rule.name));
        remove->setAccessibleName(tr("Take away %1").arg(split.rule.name));
        for (FlatButton *button : {change, remove}) {
            button->setButtonSize(Button::Size::Small);
            button->setVisible(writes);
            cells->addWidget(button);
        }
        m_splits->addWidget(line);
        connect(change, &QAbstractButton::clicked, this, [this, split] { editSplit(split); });
        connect(remove, &QAbstractButton::clicked, this, [this, id = split.id] {
            m_desk.when(finance::PlanService(m_desk.session(), m_desk.door()).removeSplit(id), this, [] {});
        });
    }
    if (!splits->empty())
        m_splits->addWidget(
            new Label(TextStyle::Body, Role::Muted,
                      tr("The rest: %1 of what fixed amounts leave").arg(shareText(rest, m_desk.locale())), this));
}

//! What it is for and the step that begins it.
QWidget *PlanPane::emptyPart(const char *icon, const QString &sentence, const QString &action, bool isGoals)
{
    auto *place = new EmptyState(icon, sentence, action, this);
    connect(place, &EmptyState::actionTriggered, this, [this, isGoals] {
        if (isGoals)
            editGoal({});
        else
            editSplit({});
    });
    return place;
}

void PlanPane::editGoal(const std::optional<finance::Goal> &goal)
{
    m_stack->setCurrentWidget(m_goalForm);
    m_goalForm->begin(goal);
}

void PlanPane::editSplit(const std::optional<finance::Split> &split)
{
    m_stack->setCurrentWidget(m_splitForm);
    m_splitForm->begin(split);
}

EntryForm *PlanPane::openForm() const
{
    return qobject_cast<EntryForm *>(m_stack->currentWidget());
}

void PlanPane::closeForm()
{
    m_stack->setCurrentWidget(m_lists);
    reload();
    if (isVisible())
        focusFirst();
}

void PlanPane::focusFirst()
{
    if (EntryForm *form = openForm())
        return form->focusFirst();
    m_first->setFocus(Qt::OtherFocusReason);
}

bool PlanPane::stepBack()
{
    EntryForm *const form = openForm();
    if (form)
        form->leave();
    return form;
}

} // namespace thimblely::ui
