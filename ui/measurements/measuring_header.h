// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/length.h"

#include <QAbstractButton>
#include <QWidget>

#include <vector>

class QHBoxLayout;
class QMenu;

namespace thimblely::ui {

class Button;
class DraftWords;
class Label;
class Segmented;

//! A template that can be measured against.
struct TemplateChoice {
    QString key;
    QString name;             //!< "Jacket"
    bool forChildren = false; //!< stands below, apart from the others
};

//! The name of the template in the header; with more than one it opens a menu of them.
class TemplateButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit TemplateButton(QWidget *parent);
    void setChoices(std::vector<TemplateChoice> choices, const QString &current);
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &key);
    //! The menu is gone, with a choice or without.
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void openMenu();

    std::vector<TemplateChoice> m_choices;
    QString m_current;
};

//! The row over the measuring page: client, number, template, unit, draft state, posture, helper view.
class MeasuringHeader : public QWidget {
    Q_OBJECT
public:
    explicit MeasuringHeader(QWidget *parent);

    void setClient(const QString &name, const QString &number);
    void setTemplates(std::vector<TemplateChoice> choices, const QString &current);
    //! The units that can be chosen; centimetres and inches at first.
    void setUnits(const std::vector<LengthUnit> &units);
    void setUnit(LengthUnit unit);
    //! "erect", "normal" or "stoop"; anything else is shown as normal.
    void setPosture(const QString &code);
    //! A calm sentence such as "Draft, saved 14:02"; empty: nothing is said.
    void setDraftState(const QString &sentence);
    void setCompact(bool compact);
    //! The posture, where there is no room for it in the header itself.
    void addPosturesTo(QMenu *menu);
    void setHelperView(bool on);
    //! What the button at the end of the row opens; filled by whoever knows what there is to do.
    QMenu *moreMenu() { return m_menu; }

Q_SIGNALS:
    void unitChosen(LengthUnit unit);
    void templateChosen(const QString &key);
    void postureChosen(const QString &code);
    void helperViewToggled(bool on);
    //! Something was chosen, if only what it was before: measuring goes on.
    void choiceMade();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refreshNumber();
    void fitIn();
    void watch(Segmented *choice);

    Label *m_client;
    Label *m_number;
    Label *m_dot;
    TemplateButton *m_template;
    Segmented *m_unit;
    DraftWords *m_draft;
    Label *m_postureLabel;
    Segmented *m_posture;
    Button *m_helper;
    Button *m_more;
    QMenu *m_menu;
    QString m_numberText;
    std::vector<LengthUnit> m_units;
    bool m_compact = false;
    bool m_setting = false;
    bool m_walking = false; //!< the arrow keys go along the choices
};

} // namespace thimblely::ui
