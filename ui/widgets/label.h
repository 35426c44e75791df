// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/theme/roles.h"

#include <QLabel>

namespace thimblely::ui {

//! Words in one of the program's text styles; follows light, dark and text size by itself. Wraps only when asked.
class Label : public QLabel {
    Q_OBJECT
public:
    explicit Label(TextStyle style, Role role, const QString &text = {}, QWidget *parent = nullptr);

    void setRole(Role role);
    void setTextStyle(TextStyle style);
    //! Shortens with an ellipsis where there is no room, the whole text in the tool tip; off at first.
    void setElided(bool elided);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    TextStyle m_style;
    Role m_role;
    bool m_elided = false;
};

} // namespace thimblely::ui
