// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "ui/desk/page.h"

class QComboBox;

namespace thimblely::ui {

class Desk;
class WageSheetView;

//! What one has earned oneself, was advanced and paid, month by month: everybody's own to read.
class MyWagesPage : public Page {
    Q_OBJECT

public:
    MyWagesPage(Desk &desk, const QString &personName, QWidget *parent = nullptr);

    QString title() const override { return tr("My wages"); }
    void prepare() override { reload(); }
    void arrive() override;
    bool handle(ActionId action) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void reload();

    Desk &m_desk;
    const QString m_name;
    QComboBox *m_month;
    WageSheetView *m_sheet;
};

} // namespace thimblely::ui
