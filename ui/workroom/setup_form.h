// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/workroom/checklist.h"
#include "core/workroom/steps.h"
#include "ui/orders/side_form.h"

#include <vector>

class QPlainTextEdit;

namespace thimblely::ui {

//! What the shop calls its steps, a line each, by the phases they belong to; and what it looks at before it is ready.
class SetupForm : public SideForm {
    Q_OBJECT

public:
    SetupForm(Desk &desk, QWidget *over);

    void begin(const workroom::Steps &steps, const workroom::Checklist &checks);
    void submit() override;

private:
    QPlainTextEdit *addLines(const QString &label, int high);
    void writeChecks(const workroom::Checklist &checks);

    struct Phase {
        orders::Stage phase;
        QPlainTextEdit *names;
    };
    std::vector<Phase> m_phases;
    QPlainTextEdit *m_points;
    workroom::Steps m_steps = workroom::Steps::usual();
    workroom::Checklist m_checks;
};

} // namespace thimblely::ui
