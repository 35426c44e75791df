// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QHBoxLayout;

namespace thimblely::ui {

//! One choice out of a few, side by side, 44 high (36 small): fill, 3 px of accent at the foot and 600 when chosen.
class Segmented : public QWidget {
    Q_OBJECT
public:
    //! `name` is what the whole choice is about ("Pay with"), for the screen reader.
    explicit Segmented(const QString &name, QWidget *parent = nullptr);

    //! Appends a segment and returns its index; the first one is chosen.
    int addSegment(const QString &text, const QByteArray &iconName = {});
    void setSegmentText(int index, const QString &text);
    void setSegmentEnabled(int index, bool enabled);
    void clear();
    int count() const;
    int currentIndex() const;
    void setCurrentIndex(int index);
    //! Nothing chosen, where a person must say it: currentIndex() is -1 then.
    void clearChoice();
    void setSmall(bool small);
    QAbstractButton *button(int index) const;

Q_SIGNALS:
    //! By a person or by setCurrentIndex(), only when it changes.
    void currentIndexChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
    QHBoxLayout *m_row;
    int m_current = -1;
    bool m_small = false;
};

} // namespace thimblely::ui
