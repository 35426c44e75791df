// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/goal_form.h"

#include "core/base/quantity.h"
#include "core/finance/reports.h"
#include "ui/finance/book_words.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/segmented.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace thimblely::ui {

using finance::GoalKind;

QString shareText(int basisPoints, const QLocale &locale)
{
    return Quantity(qint64(basisPoints) * 10).toText(locale) + QStringLiteral("\u00a0%");
}

GoalForm::GoalForm(Desk &desk, QWidget *parent) : EntryForm(desk, tr("Goal"), tr("Keep it"), parent)
{
    m_title = addText(tr("What it is called"));
    m_title->edit()->setPlaceholderText(tr("Income of November, embroidery machine"));
    m_kind = new Segmented(tr("How it is counted"), body()); // made where it stands: so Tab comes by
    m_kind->addSegment(tr("Each month"));
    m_kind->addSegment(tr("All of the time"));
    rows()->addWidget(m_kind);
    addMoney(tr("How much"), m_target);
    rows()->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, tr("Of which income"), body()));
    m_category = new QComboBox(body());
    m_category->setAccessibleName(tr("Of which income"));
    m_category->addItem(tr("All income"));
    for (const char *code : {"order", "invoice"})
        m_category->addItem(categoryName(QLatin1String(code)), QLatin1String(code));
    const QStringList usual = finance::usualCategories(false);
    for (const QString &code : usual)
        m_category->addItem(categoryName(code), code);
    rows()->addWidget(m_category);
    m_from = addText(tr("From"));
    m_until = addText(tr("To"));
    for (FieldEdit *field : {m_from, m_until})
        field->edit()->setPlaceholderText(QStringLiteral("2026-12-31"));
    rows()->addStretch(1);
    connect(m_kind, &Segmented::currentIndexChanged, this, &GoalForm::clearProblem);
    endWith(m_until);
}

void GoalForm::begin(const std::optional<finance::Goal> &goal)
{
    const finance::Month now = finance::Month::of(desk().today());
    m_goal = goal ? std::optional(goal->id) : std::nullopt;
    setTitle(goal ? goal->draft.title : tr("New goal"));
    m_title->setText(goal ? goal->draft.title : QString());
    m_kind->setCurrentIndex(goal ? int(goal->draft.kind) : 0);
    if (goal)
        m_target->setValue(goal->draft.target);
    else
        m_target->clear();
    m_category->setCurrentIndex(goal ? std::max(0, m_category->findData(goal->draft.category)) : 0);
    m_from->setText((goal ? goal->draft.starts : now.first()).toIso());
    m_until->setText((goal ? goal->draft.deadline : now.plus(11).last()).toIso());
    clearProblem();
    beginTyping(goal ? goal->id.toString() : QString(), tr("A goal"));
    focusFirst();
}

void GoalForm::focusFirst()
{
    m_title->edit()->setFocus(Qt::OtherFocusReason);
}

Result<finance::GoalDraft> GoalForm::typed() const
{
    TRY_ASSIGN(const Money target, m_target->value());
    TRY_ASSIGN(const Date from, Date::parse(m_from->text().trimmed()));
    TRY_ASSIGN(const Date until, Date::parse(m_until->text().trimmed()));
    return finance::GoalDraft{m_title->text().trimmed(),
                              m_kind->currentIndex() == 1 ? GoalKind::Yearly : GoalKind::Monthly,
                              target,
                              m_category->currentData().toString(),
                              from,
                              until};
}

void GoalForm::submit()
{
    if (isBusy())
        return;
    auto goal = typed();
    if (!goal)
        return setProblem(goal.error());
    write([this, goal = std::move(
                     *goal)] { return finance::PlanService(desk().session(), desk().door()).keepGoal(m_goal, goal); },
          [this](finance::GoalId) { finish(); });
}

SplitForm::SplitForm(Desk &desk, QWidget *parent) : EntryForm(desk, tr("Part of the income"), tr("Keep it"), parent)
{
    setWords(tr("Shown with each income, so that it is known what to set aside. No money is moved by it."));
    m_name = addText(tr("What for"));
    m_name->edit()->setPlaceholderText(tr("Taxes, savings, new machine"));
    m_kind = new Segmented(tr("How much of it"), body());
    m_kind->addSegment(tr("A share"));
    m_kind->addSegment(tr("A fixed amount"));
    rows()->addWidget(m_kind);
    m_share = addText(tr("Per cent"));
    m_fixedField = addMoney(tr("Of each income"), m_fixed);
    rows()->addStretch(1);
    connect(m_kind, &Segmented::currentIndexChanged, this, &SplitForm::showKind);
    endWith(m_share);
    endWith(m_fixedField);
}

void SplitForm::begin(const std::optional<finance::Split> &split)
{
    m_split = split ? std::optional(split->id) : std::nullopt;
    m_name->setText(split ? split->rule.name : QString());
    m_kind->setCurrentIndex(split && split->rule.fixed ? 1 : 0);
    m_share->setText(split && split->rule.shareBp ? Quantity(qint64(*split->rule.shareBp) * 10).toText(desk().locale())
                                                  : QString());
    if (split && split->rule.fixed)
        m_fixed->setValue(*split->rule.fixed);
    else
        m_fixed->clear();
    showKind();
    beginTyping(split ? split->id.toString() : QString(), tr("A part of the income"));
    focusFirst();
}

void SplitForm::showKind()
{
    m_share->setVisible(m_kind->currentIndex() != 1);
    m_fixedField->setVisible(m_kind->currentIndex() == 1);
    clearProblem();
}

void SplitForm::focusFirst()
{
    m_name->edit()->setFocus(Qt::OtherFocusReason);
}

Result<finance::SplitRule> SplitForm::typed() const
{
    finance::SplitRule rule{m_name->text().trimmed()};
    if (m_kind->currentIndex() == 1) {
        TRY_ASSIGN(rule.fixed, m_fixed->value());
        return rule;
    }
    QString share = m_share->text().trimmed();
    share.remove(u'%');
    const auto percent = Quantity::parse(share, desk().locale());
    constexpr qint64 whole = 100'000; // thousandths of a per cent
    if (!percent || percent->milli() <= 0 || percent->milli() > whole || percent->milli() % 10 != 0)
        return Error{ErrorKind::Invalid, "split.bad_share", {}, {}};
    rule.shareBp = int(percent->milli() / 10);
    return rule;
}

void SplitForm::submit()
{
    if (isBusy())
        return;
    auto rule = typed();
    if (!rule)
        return setProblem(rule.error());
    write([this, rule = std::move(
                     *rule)] { return finance::PlanService(desk().session(), desk().door()).keepSplit(m_split, rule); },
          [this](finance::SplitId) { finish(); });
}

} // namespace thimblely::ui
