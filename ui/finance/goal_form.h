// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/plan_service.h"
#include "ui/desk/entry_form.h"

class QComboBox;

namespace thimblely::ui {

class Segmented;

//! What the shop means to take in, by when.
class GoalForm : public EntryForm {
    Q_OBJECT

public:
    explicit GoalForm(Desk &desk, QWidget *parent = nullptr);

    //! None: a new one.
    void begin(const std::optional<finance::Goal> &goal);
    void focusFirst() override;
    void submit() override;

private:
    Result<finance::GoalDraft> typed() const;

    std::optional<finance::GoalId> m_goal;
    FieldEdit *m_title;
    Segmented *m_kind = nullptr;
    MoneyEdit *m_target = nullptr;
    QComboBox *m_category = nullptr;
    FieldEdit *m_from;
    FieldEdit *m_until;
};

//! A part into which each income is divided.
class SplitForm : public EntryForm {
    Q_OBJECT

public:
    explicit SplitForm(Desk &desk, QWidget *parent = nullptr);

    void begin(const std::optional<finance::Split> &split);
    void focusFirst() override;
    void submit() override;

private:
    Result<finance::SplitRule> typed() const;
    void showKind();

    std::optional<finance::SplitId> m_split;
    FieldEdit *m_name;
    Segmented *m_kind = nullptr;
    FieldEdit *m_share;
    MoneyEdit *m_fixed = nullptr;
    FieldEdit *m_fixedField;
};

//! "12.5 %".
QString shareText(int basisPoints, const QLocale &locale);

} // namespace thimblely::ui
