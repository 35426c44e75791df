// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QAbstractButton>
#include <QByteArray>

class QAction;
class QButtonGroup;
class QVBoxLayout;

namespace thimblely::ui {

//! One row of the navigation: icon, word, shortcut; the current one has the selection fill and the accent bar.
class NavButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit NavButton(const QByteArray &iconName, const QString &text, const QString &shortcut = {},
                       QWidget *parent = nullptr);

    //! Icon only, the word as tool tip.
    void setCollapsed(bool collapsed);
    //! Opens something instead of showing a screen: never stays current.
    void setMomentary(bool momentary);
    //! As the current one: what is shown is one of those that it opens.
    void setLit(bool lit);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QByteArray m_icon;
    QString m_shortcut;
    bool m_collapsed = false;
    bool m_lit = false;
};

//! The column at the leading edge, 168 wide, 56 when collapsed: brand, screens, more, and "All keys F1" at the foot.
class NavBar : public QWidget {
    Q_OBJECT
public:
    explicit NavBar(QWidget *parent = nullptr);

    //! Adds a screen; returns its index, counted over screens only.
    int addScreen(const QByteArray &iconName, const QString &text, const QString &shortcut = {});
    void addSeparator();
    //! A row that opens a menu or a sheet; the caller connects its clicked().
    NavButton *addEntry(const QByteArray &iconName, const QString &text);
    void setAllKeysAction(QAction *action);

    NavButton *screen(int index) const;
    int screenCount() const;
    int currentIndex() const;
    void setCurrentIndex(int index);
    bool isCollapsed() const { return m_collapsed; }
    void setCollapsed(bool collapsed);

    QSize sizeHint() const override;

Q_SIGNALS:
    //! A person chose a screen, or setCurrentIndex() changed it.
    void currentIndexChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int preferredWidth() const;
    void relayout();

    QButtonGroup *m_group;
    QVBoxLayout *m_rows;
    QWidget *m_brand;
    QWidget *m_foot = nullptr;
    QList<QWidget *> m_separators;
    QList<NavButton *> m_all;
    bool m_collapsed = false;
};

} // namespace thimblely::ui
