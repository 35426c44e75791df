// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace thimblely::ui {

class Desk;

//! Papers that were not printed, each with why, and the buttons that print it again or give it up. Empty it is hidden.
class WaitingPapers : public QWidget {
    Q_OBJECT

public:
    WaitingPapers(Desk &desk, QWidget *parent);

private:
    void fill();

    Desk &m_desk;
    QVBoxLayout *m_rows;
};

} // namespace thimblely::ui
