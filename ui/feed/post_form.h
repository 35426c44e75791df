// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/feed/feed_service.h"
#include "ui/desk/entry_form.h"

class QCheckBox;

namespace thimblely::ui {

class PhotoStrip;
class Segmented;
class TextArea;

/*!
 * A post as it is written: photos by file, phone, camera, drop and paste, words, tags, who sees it, whose it is, and the
 * finished order it shows, whose photos are then offered. Published, or kept as a draft.
 */
class PostForm : public EntryForm {
    Q_OBJECT

public:
    explicit PostForm(Desk &desk, QWidget *parent);

    void beginNew(feed::Whose whose);
    void beginEdit(const feed::Post &post);
    void focusFirst() override;
    //! Publishes; of what is there already keeps the change.
    void submit() override;
    void keepDraft();

Q_SIGNALS:
    void written(thimblely::feed::PostId post, bool published);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void buildOrder();
    void fill(const feed::PostDraft &facts);
    void showWhose();
    void lookUpOrder();
    void takeOrder(const feed::FinishedWork &work);
    bool maySpeakForTheShop() const;
    feed::PostDraft typed() const;
    void write(const feed::PostDraft &draft, bool published);

    std::optional<feed::PostId> m_post; // none: a new one
    bool m_isOut = false;
    feed::PostDraft m_facts;
    Segmented *m_whose;
    PhotoStrip *m_photos;
    TextArea *m_caption = nullptr;
    FieldEdit *m_tags = nullptr;
    FieldEdit *m_place = nullptr;
    FieldEdit *m_order = nullptr;
    Button *m_fromOrder = nullptr;
    QWidget *m_orderPart = nullptr;
    Label *m_orderSays = nullptr;
    Segmented *m_visibility;
    QWidget *m_platforms = nullptr;
    QCheckBox *m_instagram = nullptr;
    QCheckBox *m_tiktok = nullptr;
    Button *m_draft = nullptr;
};

} // namespace thimblely::ui
