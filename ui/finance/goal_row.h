// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/plan_service.h"

#include <QLocale>
#include <QWidget>

namespace thimblely::ui {

//! How far one goal is: reached of the target, a bar with the mark of today, and in words where it is heading.
class GoalRow : public QWidget {
    Q_OBJECT

public:
    GoalRow(const finance::Goal &goal, const QLocale &locale, QWidget *parent = nullptr);
};

//! "On the way: 1,620,000 by the end." and its like.
QString goalForecast(const finance::GoalProgress &progress, const QLocale &locale);

} // namespace thimblely::ui
