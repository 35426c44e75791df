// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// How the view of templates is built.
#include "ui/desk/form_draft.h"
#include "ui/measurements/template_field_form.h"
#include "ui/measurements/template_rows.h"
#include "ui/measurements/templates_view.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/stitch_line.h"

#include <QCheckBox>
#include <QScrollArea>

namespace thimblely::ui {

namespace {

ListView *listOf(const QString &name, QAbstractItemModel *model, QWidget *parent)
{
    auto *view = new ListView(name, Role::Surface, parent);
    view->setModel(model);
    auto *delegate = new ListRowDelegate(view);
    delegate->setBase(Role::Surface);
    view->setItemDelegate(delegate);
    return view;
}

} // namespace

QWidget *TemplatesView::buildList()
{
    auto *pane = new Pane(Role::Surface, Pane::Edge::Trailing, this);
    auto *lines = column(pane, 0);
    m_back = new FlatButton(tr("Back to measuring"), pane);
    m_back->setIconName("i-left");
    m_back->setCaption(tr("Esc", "the key"));
    auto *back = row(nullptr, 0, {4, 6, 0, 6});
    back->addWidget(m_back);
    back->addStretch(1);
    lines->addLayout(back);
    lines->addWidget(new Separator(Qt::Horizontal, pane));
    m_list = listOf(tr("Templates"), m_templates, pane);
    lines->addWidget(m_list, 1);
    m_copy = new PlainButton(tr("New, as a copy"), pane);
    m_copy->setIconName("i-plus");
    m_remove = new FlatButton(tr("Remove this template"), pane);
    auto *foot = column(nullptr, 4, {16, 8, 16, 12});
    foot->addWidget(m_copy);
    foot->addWidget(m_remove);
    lines->addLayout(foot);
    return pane;
}

QWidget *TemplatesView::buildMiddle()
{
    auto *pane = new Pane(Role::Surface, Pane::Edge::None, this);
    auto *lines = column(pane, 0);
    m_name = new FieldEdit(tr("Template"), pane);
    m_children = new QCheckBox(tr("For children"), pane);
    auto *head = row(nullptr, 16, {16, 12, 16, 12});
    head->addWidget(m_name, 1);
    head->addWidget(m_children, 0, Qt::AlignVCenter);
    lines->addLayout(head);
    m_nameDraft = new FormDraft(m_desk, m_name);
    lines->addWidget(new DraftLine(*m_nameDraft, pane));
    lines->addWidget(new Separator(Qt::Horizontal, pane));
    m_add = new FieldEdit(tr("Add a field, known or your own"), pane);
    m_add->setHint(tr("Enter adds"));
    m_addDraft = new FormDraft(m_desk, m_add);
    m_addKind = new Segmented(tr("Kind of the new field"), pane);
    m_addKind->setSmall(true);
    for (const MeasurementDimension dimension : fieldDimensions)
        m_addKind->addSegment(dimensionName(dimension, false));
    auto *adding = column(nullptr, 8, {16, 8, 16, 12}); // above the list: a toast lies over the foot
    adding->addWidget(m_add);
    auto *kinds = row(nullptr, 0);
    kinds->addWidget(m_addKind);
    kinds->addStretch(1);
    adding->addLayout(kinds);
    lines->addLayout(adding);
    lines->addWidget(new Separator(Qt::Horizontal, pane));
    m_fieldList = listOf(tr("Fields in the order they are measured"), m_fields, pane);
    m_fieldList->setDragDropMode(QAbstractItemView::InternalMove);
    m_fieldList->setToolTip(tr("Drag a row, or Alt with Up and Down, to measure in your own order"));
    m_fieldList->installEventFilter(this);
    lines->addWidget(m_fieldList, 1);
    return pane;
}

QWidget *TemplatesView::buildForm()
{
    auto *pane = new Pane(Role::Window, Pane::Edge::Leading, this);
    auto *scroll = new QScrollArea(pane);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("The field"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    auto *body = new QWidget(scroll);
    body->setAutoFillBackground(false);
    m_form = new TemplateFieldForm(body);
    m_fieldDraft = new FormDraft(m_desk, m_form);
    auto *lines = column(body, 0, {16, 16, 16, 8});
    lines->addWidget(new DraftLine(*m_fieldDraft, body));
    lines->addWidget(m_form);
    scroll->setWidget(body);
    column(pane, 0)->addWidget(scroll);
    return pane;
}

} // namespace thimblely::ui
