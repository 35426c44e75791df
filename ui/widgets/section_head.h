// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/theme/roles.h"

#include <QWidget>

class QHBoxLayout;

namespace thimblely::ui {

class Label;

//! Head of a section: 48 high, 16/600, a muted remark beside it, actions at the end. As pane head: 56 high, 20/600.
class SectionHead : public QWidget {
    Q_OBJECT
public:
    enum class Level { Section, Pane };

    explicit SectionHead(const QString &title, QWidget *parent = nullptr, Level level = Level::Section);

    void setTitle(const QString &title);
    //! Muted beside the title: a count, a unit.
    void setRemark(const QString &remark);
    //! Appends a control at the end of the row; the head owns it. Flat buttons become small and end flush.
    void addAction(QWidget *control);

private:
    void alignRemark();

    Label *m_title;
    Label *m_remark;
    QHBoxLayout *m_row;
};

} // namespace thimblely::ui
