// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"

#include <QWidget>

class QVBoxLayout;

namespace thimblely::ui {

class Desk;
class Label;

//! The first of somebody's newest measures with their day; hidden where there are none, or they may not be read.
class MeasuresGlance : public QWidget {
    Q_OBJECT

public:
    explicit MeasuresGlance(Desk &desk, QWidget *parent = nullptr);

    void showOf(ClientId client);

private:
    Desk &m_desk;
    Label *m_date;
    QVBoxLayout *m_lines;
};

} // namespace thimblely::ui
