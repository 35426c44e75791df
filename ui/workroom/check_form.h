// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/workroom/work_board.h"
#include "ui/orders/side_form.h"

#include <vector>

class QCheckBox;

namespace thimblely::ui {

/*!
 * The shop's list of what is looked at before a piece is ready: all of it well and it is ready, at its place; else it
 * goes back with what is not, or what was found is kept for now. `+` says that all is well.
 */
class CheckForm : public SideForm {
    Q_OBJECT

public:
    CheckForm(Desk &desk, QWidget *over);

    void begin(const workroom::WorkCard &card, const workroom::Checklist &checks);
    void submit() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void offerChecks(const workroom::Checklist &checks);
    void tickAll();
    void lookAtTicks();
    void sendBack();
    bool isAllWell() const;
    std::vector<workroom::CheckAnswer> answers() const;

    struct Line {
        QString key;
        QCheckBox *box;
    };
    std::optional<OrderItemId> m_piece;
    std::vector<Line> m_lines;
    QWidget *m_list;
    Button *m_all;
    Button *m_back;
    FieldEdit *m_place;
    FieldEdit *m_why;
};

} // namespace thimblely::ui
