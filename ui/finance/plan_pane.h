// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/plan_service.h"

#include <QWidget>

class QStackedLayout;
class QVBoxLayout;

namespace thimblely::ui {

class Desk;
class EntryForm;
class GoalForm;
class SplitForm;

//! Goals with their progress and where they head, and the parts into which each income is divided.
class PlanPane : public QWidget {
    Q_OBJECT

public:
    explicit PlanPane(Desk &desk, QWidget *parent = nullptr);

    void reload();
    void focusFirst();
    bool stepBack();
    EntryForm *openForm() const;

private:
    QWidget *buildLists();
    QWidget *list(const QString &title, const QString &words, const QString &add, QVBoxLayout *&rows, bool isGoals);
    void showGoals(const std::vector<finance::Goal> &goals);
    void showSplits();
    QWidget *emptyPart(const char *icon, const QString &sentence, const QString &action, bool isGoals);
    void editGoal(const std::optional<finance::Goal> &goal);
    void editSplit(const std::optional<finance::Split> &split);
    void closeForm();

    Desk &m_desk;
    QStackedLayout *m_stack;
    QWidget *m_lists = nullptr;
    QVBoxLayout *m_goals = nullptr;
    QVBoxLayout *m_splits = nullptr;
    QWidget *m_first = nullptr;
    GoalForm *m_goalForm;
    SplitForm *m_splitForm;
    int m_asked = 0;
};

} // namespace thimblely::ui
